"""While the search still breaks a hard wish, `feasibility` is asked whether it can do anything else, so that nobody waits in vain."""

from __future__ import annotations

from goldenthread.mixing.tables.explain.impossible import Conflict, conflict
from goldenthread.mixing.tables.instance.values import Instance
from goldenthread.mixing.tables.search.progress import Listener, Progress

# By then the search keeps every hard wish, if it is to keep them at all.
SOON = 0.4
SECONDS = 1.2


class Doubts:
    """They are had once, and what they find is in `conflict`."""

    def __init__(self, instance: Instance, seconds: float = SECONDS) -> None:
        self.instance, self.seconds = instance, seconds
        self.conflict: Conflict | None = None
        self.were_had = False

    def hear(self, listener: Listener, so_far: Progress) -> bool:
        """For `mix`, before whoever else listens."""
        if so_far.is_broken and so_far.seconds >= SOON and not self.were_had:
            self.were_had = True
            self.conflict = conflict(self.instance, self.seconds)
        return bool(listener(so_far)) or self.conflict is not None

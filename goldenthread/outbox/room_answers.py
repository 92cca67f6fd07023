"""What the outbox answers."""

from collections.abc import Sequence

from goldenthread.kit.keeping import Kept
from goldenthread.kit.registry import Room
from goldenthread.outbox.keeping import KEPT


class Outbox(Room):
    """The outbox, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

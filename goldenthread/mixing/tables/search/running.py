"""One run of the search, from an instance to a plan."""

from __future__ import annotations

import numpy as np

from goldenthread.mixing.tables.instance.values import Instance, Plan
from goldenthread.mixing.tables.search.first_seating import first_seating
from goldenthread.mixing.tables.search.layout import lay_out
from goldenthread.mixing.tables.search.limits import Limits
from goldenthread.mixing.tables.search.prices import NEVER
from goldenthread.mixing.tables.search.progress import Listener, Progress, Start
from goldenthread.mixing.tables.search.search import Search

# A listener is told at most once in so many seconds, for making a plan out of a seating takes time; less often of no news.
PAUSE = 0.1
NO_NEWS = 0.5


def run(instance: Instance, limits: Limits, seed: int, progress: Listener | None, start: Start | None) -> Plan:
    # RandomState, whose stream NumPy has promised never to change, rather than the newer generators.
    luck = np.random.RandomState(seed)
    layout = lay_out(instance)
    search = Search(first_seating(layout, luck, start), luck)
    listening = Listening(limits, progress)
    search.run(limits, listening.hear)
    if progress is not None and not listening.enough:
        progress(listening.progress(search))
    return search.plan()


class Listening:
    """Tells the listener now and then, and hears whether it is enough."""

    def __init__(self, limits: Limits, progress: Listener | None) -> None:
        self.limits = limits
        self.listener = progress
        self.last = -NO_NEWS
        self.best_told: int | None = None
        self.enough = False

    def hear(self, search: Search) -> bool:
        if self.listener is None:
            return False
        pause = NO_NEWS if search.best == self.best_told else PAUSE
        if self.limits.elapsed - self.last < pause:
            return False
        self.last, self.best_told = self.limits.elapsed, search.best
        self.enough = bool(self.listener(self.progress(search)))
        return self.enough

    def progress(self, search: Search) -> Progress:
        return Progress(self.limits.elapsed, self.limits.done, self.limits.share, search.plan(), search.best >= NEVER)

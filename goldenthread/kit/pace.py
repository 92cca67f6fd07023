"""How often each of many did something just now, as far as this process knows.

For what is only looked at: a look must not cost a write, so nothing is counted in the database or in the shared cache. With
several processes each counts for itself; guesses, which must be counted to the last, are counted elsewhere
(goldenthread.people.limits).
"""

from collections import Counter
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic


class Pace:
    """So many in so many seconds for each. It remembers whoever came in the present stretch of time, and nobody else."""

    def __init__(self, most: int, seconds: float, *, clock: Callable[[], float] = monotonic) -> None:
        self.most, self.seconds, self.clock = most, seconds, clock
        self.stretch, self.counts, self.lock = 0, Counter[Hashable](), Lock()

    def is_too_quick(self, who: Hashable) -> bool:
        """Count this one, and say whether it is one too many."""
        with self.lock:
            stretch = int(self.clock() // self.seconds)
            if stretch != self.stretch:
                self.stretch = stretch
                self.counts.clear()
            self.counts[who] += 1
            return self.counts[who] > self.most

    def forget(self) -> None:
        with self.lock:
            self.counts.clear()

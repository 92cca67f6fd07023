"""How long the search may go on, and how much of that is gone."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

# The clock is asked once in so many exchanges.
EVERY = 8
# So many seconds longer while a hard rule is still broken: nobody is served by a plan that must be refused.
GRACE = 1.0


@dataclass(slots=True)
class Limits:
    """Seconds, exchanges, or both. With exchanges given, the clock can only end the search, never steer it."""

    seconds: float | None
    iterations: int | None
    clock: Callable[[], float] = time.perf_counter
    begun: float = field(init=False)
    done: int = 0
    elapsed: float = 0.0

    def __post_init__(self) -> None:
        self.begun = self.clock()

    def go_on(self, *, is_broken: bool = False) -> bool:
        if self.iterations is not None and self.done >= self.iterations:
            return False
        if self.done % EVERY == 0:
            self.elapsed = self.clock() - self.begun
        if self.seconds is not None and self.elapsed >= self.seconds + is_broken * GRACE:
            return False
        self.done += 1
        return True

    @property
    def share(self) -> float:
        """How much is gone, from 0 to 1."""
        if self.iterations is not None:
            return self.done / max(self.iterations, 1)
        return min(1.0, self.elapsed / self.seconds) if self.seconds else 1.0

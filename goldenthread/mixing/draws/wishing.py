"""What a draw is given: hours of sessions with so many chairs, and people with their wishes."""

from __future__ import annotations

from dataclasses import dataclass

# The first counts most, and each a little less than the one before.
MOST_WISHES = 6


@dataclass(frozen=True)
class Hour:
    """Once that a session is held: when, and how many chairs are left. A session may have several."""

    key: int
    session: int
    # Seconds on any clock that all hours share.
    begins: float
    ends: float
    chairs: int


@dataclass(frozen=True)
class Wisher:
    """Somebody, the sessions they wish for, the dearest first, and how many chairs they need."""

    key: int
    wishes: tuple[int, ...]
    chairs: int = 1
    # Hours of others that they have already: nothing is drawn for them at that time.
    busy: tuple[tuple[float, float], ...] = ()


def overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether nobody can be at both. What ends as the other begins does not."""
    return one[0] < other[1] and other[0] < one[1]

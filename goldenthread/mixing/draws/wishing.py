"""What a draw is given: hours of sessions with so many chairs, and people with their wishes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# The first counts most, and each a little less than the one before.
MOST_WISHES = 6
# Who wishes for so many, or for all that there are, is not left with nothing where there is a way.
ENOUGH_WISHES = 3


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


def is_enough(wisher: Wisher, sessions: int) -> bool:
    """Whether they wished for so many of these sessions that they may count on one."""
    return len(wisher.wishes) >= min(ENOUGH_WISHES, sessions)


def best_liked(wishers: Iterable[Wisher], sessions: Iterable[int]) -> list[int]:
    """What people wish for most, first."""
    worth = Counter(dict.fromkeys(sessions, 0))
    for wisher in wishers:
        worth.update({session: MOST_WISHES - rank for rank, session in enumerate(wisher.wishes[:MOST_WISHES])})
    return sorted(worth, key=lambda session: (-worth[session], session))


def filled_up(wisher: Wisher, liked: Sequence[int]) -> list[int]:
    """Their wishes, and as many more as they could have had; who wishes for nothing gets nothing."""
    more = [session for session in liked if session not in wisher.wishes] if wisher.wishes else []
    return [*wisher.wishes, *more][:MOST_WISHES]


def overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether nobody can be at both. What ends as the other begins does not."""
    return one[0] < other[1] and other[0] < one[1]

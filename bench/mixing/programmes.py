"""Invented programmes, from the description in section 4 of our notes on mixing: people who each want some sessions.

The generator is ours: that study's own was not kept, and its description leaves open how alike people's wishes are. Ours is
calibrated in two figures at each size: what a random timetable costs (180, 682, 1,348, 2,769 in the study), by the number of
people, and how low the study's own method, the assignment neighbourhood, comes in five seconds (81, 279, 475, 398 there), by
the share of their wishes that people have in their own strands.
"""

import numpy as np

from goldenthread.mixing.timetable.values import Programme, Room, Session, Slot

# sessions: (rooms, slots, people, the share of their wishes in their own strands).
# The study gives 3 × 8, 5 × 14 and 8 × 21; the shape at 500 is the same growth carried on, not its own.
SHAPES = {20: (3, 8, 345, 0.75), 60: (5, 14, 1960, 0.78), 150: (8, 21, 5360, 0.56), 500: (15, 36, 17765, 0.63)}
WISHES = 4


def programme(sessions: int, seed: int, share: float | None = None) -> Programme:
    """Everybody has two strands (of about twelve sessions each) and four wishes; popular sessions are wanted by more.
    Some speakers give two sessions, and some are away at times."""
    dice = np.random.default_rng(seed)
    rooms, slots, people, usual = SHAPES[sessions]
    usual = usual if share is None else share
    strands = dice.permutation(np.arange(sessions) % max(4, sessions // 12))
    wishes = _wishes(dice, strands, people, usual)
    demand = wishes.sum(axis=0)
    # Whole numbers in floats: only those are multiplied quickly.
    both = np.triu(wishes.T @ wishes, 1)
    speakers = dice.integers(0, int(sessions * 0.85), sessions)
    away = {f"s{n}": frozenset(f"t{t}" for t in dice.integers(0, slots, 3)) for n in range(0, sessions, 6)}
    return Programme(
        slots=tuple(Slot(f"t{n}", f"day {n * 3 // slots}") for n in range(slots)),
        rooms=tuple(Room(f"r{n}", 30 + 20 * n) for n in range(rooms)),
        sessions=tuple(
            Session(f"e{n}", speakers=frozenset([f"s{speakers[n]}"]), demand=int(demand[n])) for n in range(sessions)
        ),
        away=away,
        interest=tuple((f"e{i}", f"e{j}", int(both[i, j])) for i, j in zip(*np.nonzero(both), strict=True)),
        overflow=0,
        strand=0,
    )


def _wishes(dice: np.random.Generator, strands: np.ndarray, people: int, share: float) -> np.ndarray:
    own = dice.integers(0, strands.max() + 1, (people, 2))
    is_own = (strands == own[:, :1]) | (strands == own[:, 1:])
    fondness = share / (1 - share) * (1 - is_own.mean()) / is_own.mean()
    weight = (dice.gamma(1.5, size=len(strands)) + 0.2) * np.where(is_own, fondness, 1.0)
    # The largest of w^(1/u) are a weighted draw without repetition (Efraimidis & Spirakis, 2006).
    lots = np.log(dice.random(weight.shape)) / weight
    wishes = np.zeros(weight.shape)
    np.put_along_axis(wishes, np.argpartition(-lots, WISHES, axis=1)[:, :WISHES], 1, axis=1)
    return wishes


def random_conflict(asked: Programme, seed: int) -> int:
    """The conflict of sessions thrown into chairs."""
    dice = np.random.default_rng(seed)
    chairs = dice.permutation(len(asked.slots) * len(asked.rooms))[: len(asked.sessions)] % len(asked.slots)
    slot = {one.id: chairs[row] for row, one in enumerate(asked.sessions)}
    return sum(people for one, other, people in asked.interest if slot[one] == slot[other])

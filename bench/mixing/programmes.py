"""Invented programmes, from the description in section 4 of our notes on mixing: people who each want some sessions.

The generator is ours: that study's own was not kept. It is calibrated so that a random timetable has about the audience
conflict that the study lists (1,348 at 150 sessions, 2,769 at 500), which says nothing of how far it can be lowered.
"""

import numpy as np

from goldenthread.mixing.timetable.asking import Programme, Room, Session, Slot

# sessions: (rooms, slots, people). Each person wants eight sessions.
# The study gives 3 × 8, 5 × 14 and 8 × 21; the shape at 500 is the same growth carried on, not its own.
SHAPES = {20: (3, 8, 75), 60: (5, 14, 400), 150: (8, 21, 1165), 500: (15, 36, 3806)}
WISHES = 8


def programme(sessions: int, seed: int, fondness: float = 8.0) -> Programme:
    """Each wants those of two strands more, by `fondness`; popular sessions are wanted by more. Some speakers give two sessions."""
    dice = np.random.default_rng(seed)
    rooms, slots, people = SHAPES[sessions]
    strands = dice.integers(0, max(4, sessions // 12), sessions)
    wishes = _wishes(dice, strands, people, fondness)
    demand = wishes.sum(axis=0)
    both = np.triu(wishes.T.astype(np.int64) @ wishes, 1)
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


def _wishes(dice: np.random.Generator, strands: np.ndarray, people: int, fondness: float) -> np.ndarray:
    fond = dice.integers(0, strands.max() + 1, (people, 2))
    weight = dice.gamma(1.5, size=len(strands)) * (1 + fondness * ((strands == fond[:, :1]) | (strands == fond[:, 1:])))
    # The largest of w^(1/u) are a weighted draw without repetition (Efraimidis & Spirakis, 2006).
    lots = np.log(dice.random(weight.shape)) / weight
    wishes = np.zeros(weight.shape, dtype=np.int64)
    np.put_along_axis(wishes, np.argsort(-lots, axis=1)[:, :WISHES], 1, axis=1)
    return wishes


def random_conflict(asked: Programme, seed: int) -> int:
    """The conflict of sessions thrown into chairs."""
    dice = np.random.default_rng(seed)
    chairs = dice.permutation(len(asked.slots) * len(asked.rooms))[: len(asked.sessions)] % len(asked.slots)
    slot = {one.id: chairs[row] for row, one in enumerate(asked.sessions)}
    return sum(people for one, other, people in asked.interest if slot[one] == slot[other])

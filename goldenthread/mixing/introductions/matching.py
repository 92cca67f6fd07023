"""Who is introduced to whom, given candidates: a greedy b-matching that is stable, and augmented as far as stays stable.

Both people of a pair share its score, so the pairs are ranked globally, and a matching is stable exactly when a greedy
walk from the best pair downwards finds it (Abraham, Levavi, Manlove & O'Malley, "The stable roommates problem with
globally-ranked pairs", WINE 2007; with more than one partner each the argument is the same, and the tests look at
every pair). Where all scores differ there is one stable matching, and no augmentation can leave it stable: whoever promises both is mistaken. Where scores tie there
are many, one for each order within a tie. So we augment there and only there: within one step of the score we look for
paths of three pairs (free - met - met - free) and turn them round, which gives one introduction more and takes a partner
from nobody. Whoever had no place left before has none left after, so that no pair of this step or a lower one can
block; higher steps are not touched.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from goldenthread.mixing.introductions.augmenting import augment
from goldenthread.mixing.introductions.pairs import Pairs, Rows, check

# How many pairs are looked at before the full people among the next ones are passed over at once.
STRIDE = 1 << 15
# With fewer pairs than this in a usual step, ties are too rare to be worth a look at each step.
PAIRS_IN_A_STEP = 16


@dataclass(slots=True)
class _Places:
    """How many introductions each person can still have: one memory, read by NumPy and by the plain loop."""

    left: array[int]
    seen: Rows = field(init=False)
    # A count for each person, zero between uses, so that a small step does not cost a pass over everybody.
    count: Rows = field(init=False)

    def __post_init__(self) -> None:
        self.seen = np.frombuffer(self.left, dtype=np.int64)
        self.count = np.zeros(len(self.seen), dtype=np.int64)


def match(pairs: Pairs, limits: Rows, *, step: int = 1, passes: int = 3) -> Rows:
    """Choose introductions; the answer is the positions of the chosen pairs, ascending, shape (M,).

    `limits` says how many introductions each person may have, shape (people,); 0 for somebody who pauses. Scores are
    compared in whole steps of `step`: with step 1 no two people both prefer each other to what they got (or have a place
    left for each other); with a larger step none do by a full step. `passes` bounds the augmentation; 0 leaves it out.

    Ties: the higher step first; within it the pair with fewer open possibilities together, so that whoever has few is
    not passed over; then the higher score; then the earlier in the list. The same input gives the same answer.

    Raises NotCandidates. Memory: about 100 bytes for each pair.
    """
    check(pairs, limits)
    if step < 1:
        raise ValueError("A step is at least 1.")
    places = _Places(array("q", limits.astype(np.int64).tobytes()))
    chosen = [found for found in _walk(pairs, places, step, passes) if len(found)]
    return np.sort(np.concatenate(chosen)) if chosen else np.empty(0, dtype=np.int64)


def _walk(pairs: Pairs, places: _Places, step: int, passes: int) -> Iterator[Rows]:
    steps = pairs.score // step
    order = _downwards(steps)
    ends = np.flatnonzero(np.diff(steps[order])) + 1
    if len(pairs) < PAIRS_IN_A_STEP * len(ends):
        yield _greedy(pairs, order[np.argsort(-pairs.score[order], kind="stable")], places)
        return
    for tied in np.split(order, ends):
        open_ = tied[(places.seen[pairs.one[tied]] > 0) & (places.seen[pairs.other[tied]] > 0)]
        if len(open_):
            taken = _greedy(pairs, _scarce_first(pairs, open_, places.count), places)
            yield augment(pairs, open_, taken, places.left, passes) if passes else taken


def _downwards(steps: Rows) -> Rows:
    """Positions from the highest step to the lowest, stable."""
    if not len(steps):
        return np.empty(0, dtype=np.int64)
    below = steps.max() - steps
    # NumPy sorts 16-bit numbers by radix, several times faster.
    return np.argsort(below.astype(np.uint16) if below.max() < 1 << 16 else below, kind="stable")


def _scarce_first(pairs: Pairs, tied: Rows, count: Rows) -> Rows:
    one, other = pairs.one[tied], pairs.other[tied]
    np.add.at(count, one, 1)
    np.add.at(count, other, 1)
    possibilities = count[one] + count[other]
    count[one] = count[other] = 0
    score = pairs.score[tied]
    spread = score.max() - score.min() + 1
    return tied[np.argsort(possibilities * spread + score.max() - score, kind="stable")]


def _greedy(pairs: Pairs, order: Rows, places: _Places) -> Rows:
    """Take each pair in turn for whom both have a place left."""
    taken: list[int] = []
    left, seen = places.left, places.seen
    for begin in range(0, len(order), STRIDE):
        stretch = order[begin : begin + STRIDE]
        stretch = stretch[(seen[pairs.one[stretch]] > 0) & (seen[pairs.other[stretch]] > 0)]
        columns = (stretch.tolist(), pairs.one[stretch].tolist(), pairs.other[stretch].tolist())
        for position, one, other in zip(*columns, strict=True):
            if left[one] and left[other]:
                left[one] -= 1
                left[other] -= 1
                taken.append(position)
    return np.array(taken, dtype=np.int64)

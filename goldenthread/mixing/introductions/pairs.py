"""Candidates as columns: each pair once, with one score that both share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]


class NotCandidates(ValueError):
    """The columns do not fit each other, or a pair is nobody's: the message says which."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs who could be introduced.

    `people` is how many people there are; `one` and `other` are rows of people, 0 ≤ row < people, shape (E,); `score` is a
    whole number of at least 1, shape (E,), the higher the better, and both people share it. Each pair comes once.
    """

    people: int
    one: Rows
    other: Rows
    score: Rows

    def __len__(self) -> int:
        return len(self.score)

    def of(self, chosen: Rows) -> Pairs:
        """These positions alone."""
        return Pairs(self.people, self.one[chosen], self.other[chosen], self.score[chosen])

    def keys(self) -> Rows:
        """One number for each pair, the same whichever of the two comes first; shape (E,)."""
        return key_of(self.one, self.other, self.people)


def key_of(one: Rows, other: Rows, people: int) -> Rows:
    return np.minimum(one, other) * people + np.maximum(one, other)


def no_pairs(people: int) -> Pairs:
    none = np.empty(0, dtype=np.int64)
    return Pairs(people, none, none, none)


def check(pairs: Pairs, limits: Rows) -> None:
    """Raise NotCandidates for columns that cannot be matched."""
    if not len(pairs.one) == len(pairs.other) == len(pairs.score):
        raise NotCandidates("One, other and score must be equally long.")
    if len(limits) != pairs.people or (limits < 0).any():
        raise NotCandidates("There must be one limit for each person, and none below 0.")
    if not len(pairs):
        return
    if min(pairs.one.min(), pairs.other.min()) < 0 or max(pairs.one.max(), pairs.other.max()) >= pairs.people:
        raise NotCandidates("A pair names somebody who is not there.")
    if (pairs.one == pairs.other).any():
        raise NotCandidates("Nobody can be introduced to themselves.")
    if pairs.score.min() < 1:
        raise NotCandidates("A score is a whole number of at least 1.")
    keys = np.sort(pairs.keys())
    if (keys[1:] == keys[:-1]).any():
        raise NotCandidates("A pair is there twice: each pair is scored once.")

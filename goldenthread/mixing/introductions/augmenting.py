"""One introduction more, where two who have met could each meet somebody who is still free."""

from __future__ import annotations

from array import array

import numpy as np

from goldenthread.mixing.introductions.pairs import Pairs, Rows


def augment(pairs: Pairs, tied: Rows, taken: Rows, left: array[int], passes: int) -> Rows:
    """Turn paths free - met - met - free round, within one step of the score.

    `tied` are the positions of this step's pairs that were open when it began, `taken` those of them that the greedy
    walk took, `left` the places that each person has (changed here). Answers the positions now taken. Each pass costs
    one look at each tied pair. A maximal matching has at least 1/2 of the most there can be, and without such paths
    2/3 of it (a standard argument).
    """
    for turn in range(passes):
        more = _turn_paths(pairs, tied[:: -1 if turn % 2 else 1], taken, left)
        if more is None:
            return taken
        taken = more
    return taken


def _turn_paths(pairs: Pairs, tied: Rows, taken: Rows, left: array[int]) -> Rows | None:
    """One pass; None if it found no path."""
    offers = _offers(pairs, np.setdiff1d(tied, taken, assume_unique=True), left)
    if not len(offers):
        return None
    by_person = np.full(pairs.people, -1, dtype=np.int64)
    free = np.frombuffer(left, dtype=np.int64)
    met = np.where(free[pairs.one[offers]] > 0, pairs.other[offers], pairs.one[offers])
    by_person[met] = offers
    first, second = by_person[pairs.one[taken]], by_person[pairs.other[taken]]
    both = (first >= 0) & (second >= 0)
    gone, come = _swap(pairs, (taken[both], first[both], second[both]), left)
    return np.concatenate([np.setdiff1d(taken, gone, assume_unique=True), come]) if len(gone) else None


def _offers(pairs: Pairs, idle: Rows, left: array[int]) -> Rows:
    """Pairs not taken of which one person is free. Both never are: the greedy walk would have taken them."""
    free = np.frombuffer(left, dtype=np.int64)
    return idle[(free[pairs.one[idle]] > 0) | (free[pairs.other[idle]] > 0)]


def _swap(pairs: Pairs, paths: tuple[Rows, Rows, Rows], left: array[int]) -> tuple[Rows, Rows]:
    gone: list[int] = []
    come: list[int] = []
    used: set[int] = set()
    first_free, second_free = (_free_end(pairs, offer, left) for offer in paths[1:])
    rows = (*(column.tolist() for column in paths), first_free.tolist(), second_free.tolist())
    for met, first, second, one, other in zip(*rows, strict=True):
        enough = left[one] > 1 if one == other else left[one] and left[other]
        if enough and first not in used and second not in used:
            left[one] -= 1
            left[other] -= 1
            used.update((first, second))
            gone.append(met)
            come.extend((first, second))
    return np.array(gone, dtype=np.int64), np.array(come, dtype=np.int64)


def _free_end(pairs: Pairs, offers: Rows, left: array[int]) -> Rows:
    free = np.frombuffer(left, dtype=np.int64)
    return np.where(free[pairs.one[offers]] > 0, pairs.one[offers], pairs.other[offers])

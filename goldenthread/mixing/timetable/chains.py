"""Which rows directly follow which: a long session row by row, and whatever was to come after another session."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.timetable.values import NotAProgramme, Programme

Rows = NDArray[np.int64]


def chained(programme: Programme, at: Mapping[str, int], first: Rows, lengths: Rows) -> tuple[tuple[int, ...], ...]:
    """Each chain from its first row to its last. Raises NotAProgramme."""
    follows = {row: row + 1 for row in range(int(lengths.sum()))}
    for last in (first + lengths - 1).tolist():
        del follows[last]
    for position, one in enumerate(programme.sessions):
        if one.after is None:
            continue
        if one.after not in at or (last := int(first[at[one.after]] + lengths[at[one.after]]) - 1) in follows:
            raise NotAProgramme(
                f"{one.id} cannot directly follow {one.after}: it is not there, or another one follows it."
            )
        follows[last] = int(first[position])
    chains = tuple(_chain(row, follows) for row in sorted(set(follows) - set(follows.values())))
    if sum(map(len, chains)) < len(set(follows) | set(follows.values())):
        raise NotAProgramme("Some sessions follow each other in a circle.")
    return chains


def _chain(first: int, follows: Mapping[int, int]) -> tuple[int, ...]:
    chain = [first]
    while chain[-1] in follows:
        chain.append(follows[chain[-1]])
    return tuple(chain)

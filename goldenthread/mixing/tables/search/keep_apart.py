"""Who must sit apart, who would rather, and who stays together: what their sharing a table costs, whatever else it would cost.

Kept apart is also counted as a fault of a plan (`instance/faults`), and as a wish that may contradict others (`explain`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.instance.values import Instance
from goldenthread.mixing.tables.search.prices import DEAR, NEVER

Pairs = NDArray[np.int32]


def keep_apart(instance: Instance, pairs: Pairs, seat: Mapping[str, int]) -> None:
    """In `pairs` (n + 1, n + 1), symmetric. Pairs kept together are free, and who must sit apart never shares a table."""
    for one, other in _couples(instance.together, seat):
        pairs[one, other] = pairs[other, one] = 0
    for one, other in _couples(instance.apart, seat):
        pairs[one, other] = pairs[other, one] = NEVER
    if instance.leanings:
        _lean(pairs, _couples(instance.leanings.apart, seat), DEAR)
        _lean(pairs, _couples(instance.leanings.beside, seat), -DEAR)


def _lean(pairs: Pairs, couples: Iterable[tuple[int, int]], price: int) -> None:
    for one, other in couples:
        pairs[one, other] += price
        pairs[other, one] += price


def _couples(groups: Iterable[frozenset[str]], seat: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for group in groups:
        yield from combinations(sorted(seat[person] for person in group if person in seat), 2)

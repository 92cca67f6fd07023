"""What it costs that two people share a table: they know each other, met in a round already held, or must stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.instance import Instance
from goldenthread.mixing.tables.prices import DEAR, NEVER, Prices

Pairs = NDArray[np.int32]


def pair_costs(instance: Instance, prices: Prices, seat: Mapping[str, int]) -> Pairs:
    """(n + 1, n + 1), symmetric; the last row and column are nobody's. Pairs kept together are never charged."""
    size = len(instance.people) + 1
    pairs: Pairs = np.zeros((size, size), dtype=np.int32)
    for one, other, cost in _ties(instance, prices, seat):
        pairs[one, other] = pairs[other, one] = cost
    for one, other in _met(instance.past, seat):
        pairs[one, other] += prices.repeat
        pairs[other, one] += prices.repeat
    for one, other in _couples(instance.together, seat):
        pairs[one, other] = pairs[other, one] = 0
    for one, other in _couples(instance.apart, seat):
        pairs[one, other] = pairs[other, one] = NEVER
    if instance.leanings:
        _lean(pairs, _couples(instance.leanings.apart, seat), DEAR)
        _lean(pairs, _couples(instance.leanings.beside, seat), -DEAR)
    _charge_sectors(instance, prices, pairs)
    np.fill_diagonal(pairs, 0)
    return pairs


def _lean(pairs: Pairs, couples: Iterable[tuple[int, int]], price: int) -> None:
    for one, other in couples:
        pairs[one, other] += price
        pairs[other, one] += price


def _charge_sectors(instance: Instance, prices: Prices, pairs: Pairs) -> None:
    known = {
        sector: number for number, sector in enumerate(dict.fromkeys(g.sector for g in instance.people if g.sector))
    }
    codes = np.array([known.get(guest.sector or "", -1) for guest in instance.people], dtype=np.int32)
    for code in known.values():
        alike = np.flatnonzero(codes == code)
        pairs[np.ix_(alike, alike)] += prices.sector


def _ties(instance: Instance, prices: Prices, seat: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    for tie in instance.ties:
        if tie.one in seat and tie.other in seat:
            yield seat[tie.one], seat[tie.other], prices.of_tie(tie.count)


def _met(rounds: Iterable[tuple[tuple[str, ...], ...]], seat: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for round_ in rounds:
        for table in round_:
            yield from combinations(dict.fromkeys(seat[person] for person in table if person in seat), 2)


def _couples(groups: Iterable[frozenset[str]], seat: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for group in groups:
        yield from combinations(sorted(seat[person] for person in group if person in seat), 2)

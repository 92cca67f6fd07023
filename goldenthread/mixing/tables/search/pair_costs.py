"""What it costs that two people share a table: they know each other, met in a round already held, are of one kind, or
should sit apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from goldenthread.mixing.tables.instance.values import Instance
from goldenthread.mixing.tables.search.keep_apart import Pairs, keep_apart
from goldenthread.mixing.tables.search.prices import Prices


def pair_costs(instance: Instance, prices: Prices, seat: Mapping[str, int]) -> Pairs:
    """(n + 1, n + 1), symmetric; the last row and column are nobody's. Pairs kept together are never charged."""
    size = len(instance.people) + 1
    pairs: Pairs = np.zeros((size, size), dtype=np.int32)
    for one, other, cost in _ties(instance, prices, seat):
        pairs[one, other] = pairs[other, one] = cost
    for one, other in _met(instance.past, seat):
        pairs[one, other] += prices.repeat
        pairs[other, one] += prices.repeat
    keep_apart(instance, pairs, seat)
    for kind, price in prices.kinds.items():
        _charge_alike([getattr(guest, kind) for guest in instance.people], price, pairs)
    np.fill_diagonal(pairs, 0)
    return pairs


def _charge_alike(words: Sequence[str | None], price: int, pairs: Pairs) -> None:
    """Whose word is not known is like nobody."""
    known = {word: number for number, word in enumerate(dict.fromkeys(filter(None, words)))}
    codes = np.array([known.get(word or "", -1) for word in words], dtype=np.int32)
    for code in known.values():
        alike = np.flatnonzero(codes == code)
        pairs[np.ix_(alike, alike)] += price


def _ties(instance: Instance, prices: Prices, seat: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    for tie in instance.ties:
        if tie.one in seat and tie.other in seat:
            yield seat[tie.one], seat[tie.other], prices.of_tie(tie.count)


def _met(rounds: Iterable[tuple[tuple[str, ...], ...]], seat: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for round_ in rounds:
        for table in round_:
            yield from combinations(dict.fromkeys(seat[person] for person in table if person in seat), 2)

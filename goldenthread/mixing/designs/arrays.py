"""Orthogonal arrays, which are transversal designs and sets of orthogonal Latin squares in another dress."""

from functools import cache, reduce

import numpy as np

from goldenthread.mixing.designs.fields import field, prime_powers
from goldenthread.mixing.designs.repeats import Plan
from goldenthread.mixing.designs.stored import group_sums, kept


def columns_known(order: int) -> int:
    """The most columns of an array that `array` can make: q + 1 in a field, the least of the factors, or what is kept."""
    kept_here = kept("squares").get(str(order))
    by_factors = min((power + 1 for power in prime_powers(order)), default=2)
    return max(by_factors, kept_here["columns"] if kept_here else 0)


@cache
def array(order: int) -> Plan:
    """order² × columns_known(order): in any two columns every pair of values 0 … order - 1 stands exactly once.

    Standard constructions: from a field (Bose, Sankhya 3, 1938), and as products (MacNeish's theorem); else as squares.json says.
    """
    powers = prime_powers(order)
    if str(order) in kept("squares"):
        return _kept_array(order)
    start: Plan = np.zeros((1, order + 1), dtype=np.int64)
    return reduce(_product, map(_field_array, powers), start)


def _field_array(order: int) -> Plan:
    sums, products = field(order)
    x, y = np.divmod(np.arange(order * order), order)
    lines = [sums[products[slope, x], y] for slope in range(order)]
    return np.stack([*lines, x], axis=1)


def _product(one: Plan, other: Plan) -> Plan:
    columns, order = min(one.shape[1], other.shape[1]), int(other.max()) + 1
    both: Plan = one[:, None, :columns] * order + other[None, :, :columns]
    return both.reshape(-1, columns)


def _kept_array(order: int) -> Plan:
    entry = kept("squares")[str(order)]
    if "squares" in entry:
        return _from_squares([square.split() for square in entry["squares"]])
    words = np.array(entry["words"])
    if "turned" in entry:
        words = _turned(words)
    if "slopes" in entry:
        words = _tilted(words, tuple(entry["group"]), np.array(entry["slopes"]))
    return _developed(words, tuple(entry["group"]), entry.get("steps"))


def _from_squares(squares: list[list[str]]) -> Plan:
    values = [[ord(letter) - ord("a") for row in square for letter in row] for square in squares]
    row, column = np.divmod(np.arange(len(values[0])), len(squares[0]))
    return np.stack([row, column, *map(np.array, values)], axis=1)


def _turned(words: Plan) -> Plan:
    """A word of six gives three: its first half turns one way and its second the other."""
    orders = [[0, 1, 2, 3, 4, 5], [1, 2, 0, 5, 3, 4], [2, 0, 1, 4, 5, 3]]
    return np.concatenate([words[:, order] for order in orders])


def _tilted(words: Plan, group: tuple[int, ...], slopes: Plan) -> Plan:
    """Each word three times: with nothing added, with the slopes, and with their doubles."""
    sums = group_sums(group)
    once = sums[words, slopes]
    return np.concatenate([words, once, sums[once, slopes]])


def _developed(words: Plan, group: tuple[int, ...], steps: list[int] | None) -> Plan:
    """All translates of the words by the steps (by the whole group if none are given); the infinite point, -1, stays."""
    sums = group_sums(group)
    order = len(sums)
    moved = [np.where(words < 0, order, sums[words, step]) for step in (range(order) if steps is None else steps)]
    alone = np.full((1, words.shape[1]), order)
    return np.concatenate([*moved, alone] if (words < 0).any() else moved)

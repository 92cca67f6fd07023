"""The bank: the longest repeat-free plan that we know for so many tables of so many chairs."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from goldenthread.mixing.designs import planes, transversal
from goldenthread.mixing.designs.arrays import columns_known
from goldenthread.mixing.designs.repeats import Plan, bound
from goldenthread.mixing.designs.starters import from_starter, starter_rounds
from goldenthread.mixing.designs.trivial import one_round, pairs

Making = Callable[[int, int], Plan]


class Way(NamedTuple):
    """One way to make a plan: how many rounds it gives, and what makes it (tables, size)."""

    rounds: int
    make: Making
    name: str


def design(tables: int, size: int, rounds: int) -> Plan | None:
    """A repeat-free plan for tables × size people, or None if the bank knows none of so many rounds.

    tables, size, rounds: numbers >= 1. Result: rounds × tables × size, people numbered from 0, every chair taken. If the
    number of people is no multiple, ask `deletion.plan`. Raises ValueError for a number below 1.
    """
    way = best_way(tables, size)
    if rounds < 1:
        raise ValueError("a plan has at least one round")
    return way.make(tables, size)[:rounds] if rounds <= way.rounds else None


def most_rounds(tables: int, size: int) -> int:
    """The most repeat-free rounds that the bank knows, never more than repeats.bound(tables * size, size).

    Raises ValueError for a number below 1.
    """
    return best_way(tables, size).rounds


def best_way(tables: int, size: int) -> Way:
    """The way with the most rounds; of equal ones the first, which is the simplest. Raises ValueError below 1."""
    if tables < 1 or size < 1:
        raise ValueError("there is at least one table with one chair")
    return max(ways(tables, size), key=lambda way: way.rounds)


def ways(tables: int, size: int) -> Iterator[Way]:
    """All ways that we know, each with at least one round."""
    yield Way(1, one_round, "one round")
    if size == 2:
        yield Way(bound(2 * tables, 2), pairs, "round robin")
    if 3 <= size <= tables:
        yield from _out_of_arrays(tables, size)
        yield from _directly(tables, size)


def _out_of_arrays(tables: int, size: int) -> Iterator[Way]:
    columns = columns_known(tables)
    yield Way(columns if size == tables else columns - 1, transversal.by_lines, "Latin rectangles")
    inner = best_way(tables // size, size).rounds if tables % size == 0 else 0
    packed = transversal.packing(tables, size)[1].shape[1]
    yield Way(packed + inner, _also_within(transversal.by_differences), "difference packing")
    if size < columns:
        yield Way(tables + inner, _also_within(transversal.by_columns), "transversal design")


def _directly(tables: int, size: int) -> Iterator[Way]:
    if order := planes.arc_order(tables, size):
        yield Way(order + 1, planes.arc, "arc in a plane")
    if order := planes.curve_order(tables, size):
        yield Way(order * order, planes.curve, "Hermitian curve")
    if rounds := starter_rounds(tables, size):
        yield Way(rounds, from_starter, "base round")


def _also_within(make: Making) -> Making:
    """The rounds of a transversal design, and then rounds within its columns, whose people have never met."""
    return lambda tables, size: transversal.and_within(
        make(tables, size), best_way(tables // size, size).make(tables // size, size) if tables % size == 0 else None
    )

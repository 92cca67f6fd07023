"""Rounds out of orthogonal arrays and difference packings. People are numbered column by column."""

import numpy as np

from goldenthread.mixing.designs.arrays import array
from goldenthread.mixing.designs.repeats import Plan
from goldenthread.mixing.designs.stored import group_sums, kept


def by_columns(tables: int, size: int) -> Plan:
    """tables × tables × size: the resolvable transversal design. A row of the array is a table, its last entry the round.

    Two people of one column never meet, so that more rounds fit in (`within_columns`). Needs size < columns_known(tables).
    """
    rows = array(tables)
    rows = rows[np.lexsort((rows[:, 0], rows[:, -1]))]
    people = rows[:, :size] + tables * np.arange(size)
    return people.reshape(tables, tables, size)


def by_lines(tables: int, size: int) -> Plan:
    """columns × tables × size: the dual. A row of the array is a person, a column a round, an entry the table.

    With fewer than `tables` at a table, whole tables of the last round stay away, and that round is gone
    (MOLR: mutually orthogonal Latin rectangles). Needs size <= tables.
    """
    rows = array(tables)
    if size < tables:
        rows = rows[rows[:, -1] < size][:, :-1]
    return np.stack([np.argsort(column, kind="stable").reshape(tables, size) for column in rows.T])


def packing(tables: int, size: int) -> tuple[tuple[int, ...], Plan]:
    """A group of `tables` elements and a matrix size × rounds over it, any two rows of which differ differently in each
    round: kept ones (as they are or transposed, whichever has more rounds), else i·j modulo tables."""
    best = np.outer(np.arange(size), np.arange(_products_without_zero(tables, size))) % tables
    group: tuple[int, ...] = (tables,)
    for entry in kept("packings").values():
        found = np.array(entry["matrix"])
        for matrix in (found, found.T):
            if np.prod(entry["group"]) == tables and len(matrix) >= size and matrix.shape[1] > best.shape[1]:
                group, best = tuple(entry["group"]), matrix[:size]
    return group, best


def by_differences(tables: int, size: int) -> Plan:
    """rounds × tables × size: person v of row i sits in round j at table v - matrix[i, j], in the group of the packing.

    Two people of one row never meet. Rows and columns of the matrix play the same part, so each serves two shapes.
    """
    group, matrix = packing(tables, size)
    sums = group_sums(group)
    rows = np.arange(size) * tables
    return np.stack([sums[:, shifts] + rows for shifts in matrix.T])


def _products_without_zero(tables: int, size: int) -> int:
    """The most rounds j for which i·j is never 0 modulo tables, 0 < i < size."""
    return min((tables // int(np.gcd(i, tables)) for i in range(1, size)), default=tables)


def and_within(outer: Plan, inner: Plan | None) -> Plan:
    """The outer rounds and then, if there is an inner plan, its rounds in each column of people at once.

    outer: rounds × tables × size; inner: rounds × tables / size × size, for the people of one column.
    """
    if inner is None:
        return outer
    rounds, tables, size = inner.shape
    people = inner[:, None] + (tables * size * np.arange(size))[:, None, None]
    return np.concatenate([outer, people.reshape(rounds, size * tables, size)])

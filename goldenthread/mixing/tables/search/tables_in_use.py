"""Which tables are used, and how many may sit there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.instance.values import Instance

Ints = NDArray[np.int64]


def tables_in_use(
    instance: Instance, rounds: tuple[int, ...], traits: Ints, bound: Ints, announced: Ints
) -> tuple[Ints, Ints]:
    """(k, T) least and most. A table that is closed, or not needed because its least cannot be met, takes nobody."""
    least: Ints = np.array([[max(0, table.min) for table in instance.tables]] * len(rounds), dtype=np.int64)
    most: Ints = np.array([[table.max for table in instance.tables]] * len(rounds), dtype=np.int64)
    wanted = np.zeros(len(instance.tables), dtype=bool)
    wanted[bound[bound >= 0]] = True
    wanted[announced[(announced >= 0) & (announced < len(instance.tables))]] = True
    for row, number in enumerate(rounds):
        is_open = np.array([table.is_open(number) for table in instance.tables], dtype=bool)
        people = int(traits[row, 0].sum())
        used = _used(instance, is_open, people, wanted)
        most[row] = np.where(used, np.minimum(most[row], max(people, 1)), 0)
    return least, most


def _used(instance: Instance, is_open: NDArray[np.bool_], people: int, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """All that are open, less those that must stay empty so that the others reach their least."""
    used = is_open.copy()
    tables = instance.tables
    seats = sum(min(tables[number].max, people) for number in np.flatnonzero(used))
    fewest = sum(tables[number].min for number in np.flatnonzero(used))
    # Plain tables go first, so that access stays; of these the one that asks most for the fewest seats.
    order = sorted(
        np.flatnonzero(used).tolist(),
        key=lambda number: (
            bool(wanted[number]),
            len(tables[number].features),
            tables[number].max - tables[number].min,
            number,
        ),
    )
    for number in order:
        if fewest <= people:
            break
        if seats - min(tables[number].max, people) >= people:
            used[number] = False
            seats -= min(tables[number].max, people)
            fewest -= tables[number].min
    return used

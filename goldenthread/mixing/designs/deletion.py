"""When people are no multiple of a table: a larger design, with some people taken out, is still repeat-free."""

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.designs.bank import ways
from goldenthread.mixing.designs.repeats import EMPTY, Plan

FIRST_TRIES = 24


def plan(people: int, tables: int, rounds: int) -> Plan | None:
    """A repeat-free plan for any number of people, or None if the bank knows none.

    Result: rounds × tables × size with size = people / tables rounded up; people from 0, EMPTY at the end of a table that
    has fewer. Whoever is taken out never sat with another of them, wherever that can be found, so that tables have size or
    size - 1 chairs taken; `emptiest` tells when it could not. Raises ValueError for a number below 1 or more tables
    than people.
    """
    if tables > people:
        raise ValueError("there are more tables than people")
    size = -(-people // tables)
    gone = tables * size - people
    wide = [way.make(tables, size)[:rounds] for way in ways(tables, size) if way.rounds >= rounds]
    made = [without(full, apart(full, gone)) if gone else full for full in wide]
    return min(made, key=emptiest, default=None)


def emptiest(given: Plan) -> int:
    """The most empty chairs at one table in one round."""
    return int((given == EMPTY).sum(axis=2).max())


def without(full: Plan, gone: NDArray[np.int64]) -> Plan:
    """The same plan without these people; the others are numbered anew in order, and empty chairs come last."""
    staying = np.ones(full.max() + 1, dtype=bool)
    staying[gone] = False
    number = np.where(staying, np.cumsum(staying) - 1, EMPTY)
    left = number[full]
    return np.take_along_axis(left, np.argsort(left == EMPTY, axis=2, kind="stable"), axis=2)


def apart(full: Plan, count: int) -> NDArray[np.int64]:
    """So many people of whom no table loses more than it must: from several first people, take whoever met none of
    those taken, the last number first (a column of a transversal design never meets); of all tries the most even."""
    everybody = full.max() + 1
    firsts = np.unique(np.linspace(everybody - 1, 0, min(FIRST_TRIES, everybody)).astype(np.int64))[::-1]
    best, loss = np.empty(0, dtype=np.int64), everybody
    for first in firsts:
        taken, worst = _taken_from(full, count, int(first))
        if worst < loss:
            best, loss = taken, worst
        if loss == 1:
            break
    return best


def _taken_from(full: Plan, count: int, first: int) -> tuple[NDArray[np.int64], int]:
    rounds, everybody = len(full), int(full.max()) + 1
    # Where each person sits: rounds × people.
    table_of = np.empty((rounds, everybody), dtype=np.int64)
    np.put_along_axis(
        table_of, full.reshape(rounds, -1), np.repeat(np.arange(full.shape[1]), full.shape[2])[None], axis=1
    )
    losses = np.zeros(full.shape[:2], dtype=np.int64)
    free = np.ones(everybody, dtype=bool)
    taken: list[int] = []
    for _ in range(count):
        worst = np.take_along_axis(losses, table_of, axis=1).max(axis=0)
        worst[~free] = everybody
        chosen = first if not taken else everybody - 1 - int(np.argmin(worst[::-1]))
        taken.append(chosen)
        free[chosen] = False
        losses[np.arange(rounds), table_of[:, chosen]] += 1
    return np.array(taken), int(losses.max())

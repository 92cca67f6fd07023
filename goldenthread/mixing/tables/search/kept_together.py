"""Who moves as one: people kept together, and hosts who stay at their table."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.instance.values import Instance

Ints = NDArray[np.int64]


def kept_together(instance: Instance, rounds: tuple[int, ...], seat: Mapping[str, int]) -> tuple[Ints, Ints]:
    """(n + 1) the first of those with whom one is kept together; (n + 1) the table one is bound to, or -1."""
    bond = _bond(instance, rounds, seat)
    bound: Ints = np.full(len(seat) + 1, -1, dtype=np.int64)
    tables = {table.id: number for number, table in enumerate(instance.tables)}
    for host in instance.hosts:
        if host.person not in seat or host.table not in tables:
            continue
        person = seat[host.person]
        guest = instance.people[person]
        if any(host.hosts(number) and guest.is_there(number) for number in rounds):
            bound[bond == bond[person]] = tables[host.table]
    return bond, bound


def _bond(instance: Instance, rounds: tuple[int, ...], seat: Mapping[str, int]) -> Ints:
    bond: Ints = np.arange(len(seat) + 1)
    for group in instance.together:
        people = sorted(seat[person] for person in group if person in seat)
        for number in rounds:
            there = [person for person in people if instance.people[person].is_there(number)]
            for other in there[1:]:
                _join(bond, there[0], other)
    return bond


def _join(bond: Ints, one: int, other: int) -> None:
    first, second = sorted((bond[one], bond[other]))
    bond[bond == second] = first

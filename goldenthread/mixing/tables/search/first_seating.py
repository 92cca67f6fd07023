"""A first seating: hosts at their tables, people kept together as one, then everybody where they cost least."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.search.depth import depth
from goldenthread.mixing.tables.search.design_start import design_for, seat_by_design
from goldenthread.mixing.tables.search.layout import Layout
from goldenthread.mixing.tables.search.prices import DEAR, NEVER
from goldenthread.mixing.tables.search.progress import Start
from goldenthread.mixing.tables.search.seating import Chairs, Seating
from goldenthread.mixing.tables.search.sitting import Sitting

Ints = NDArray[np.int64]


def first_seating(layout: Layout, luck: np.random.RandomState, start: Start | None = None) -> Seating:
    seating = Seating(layout, [depth(sitting) for sitting in layout.sittings])
    if start is not None and (design := design_for(layout, start)) is not None:
        seat_by_design(seating, design)
        return seating
    for chairs in seating.chairs:
        units = _units(chairs.sitting)
        _seat_bound(seating, chairs, units)
        _seat_units(seating, chairs, [unit for unit in units if len(unit) > 2])
        _seat_announced(seating, chairs)
        # Pairs come after: one with somebody of lived experience would else have only another such pair to join.
        _seat_lived(seating, chairs)
        _seat_units(seating, chairs, [unit for unit in units if len(unit) == 2])
        _seat_rest(seating, chairs, luck)
    return seating


def _units(sitting: Sitting) -> list[Ints]:
    """Those who move as one, the biggest first; people by themselves are left out."""
    there = np.flatnonzero(sitting.present)
    first, size = np.unique(sitting.bond[there], return_counts=True)
    order = np.argsort(-size, kind="stable")
    return [there[sitting.bond[there] == first[number]] for number in order if size[number] > 1]


def _waiting(chairs: Chairs) -> Ints:
    """Those who are there and have no seat yet."""
    waits = chairs.sitting.present.copy()
    waits[chairs.at] = False
    return np.flatnonzero(waits)


def _seat_bound(seating: Seating, chairs: Chairs, units: list[Ints]) -> None:
    bound = chairs.sitting.bound
    alone = [np.array([person]) for person in _waiting(chairs) if bound[person] >= 0 and not _in_unit(chairs, person)]
    for unit in [*(unit for unit in units if bound[unit[0]] >= 0), *alone]:
        seating.join(chairs, unit[:, None], bound[unit[:1]], just_there=True)


def _in_unit(chairs: Chairs, person: int) -> bool:
    bond = chairs.sitting.bond
    return int((bond[chairs.sitting.present] == bond[person]).sum()) > 1


def _seat_announced(seating: Seating, chairs: Chairs) -> None:
    """Seat people as they were told, one for each table at a time, as far as the table takes them."""
    sitting = chairs.sitting
    company = np.bincount(sitting.bond[sitting.present], minlength=len(sitting.bond))[sitting.bond]
    announced = (
        (sitting.announced >= 0) & (company == 1) & (sitting.stand[np.arange(len(company)), sitting.announced] < NEVER)
    )
    waiting = [person for person in _waiting(chairs) if announced[person]]
    queues: dict[int, list[int]] = {}
    for person in waiting:
        queues.setdefault(int(sitting.announced[person]), []).append(int(person))
    while queues:
        tables = np.array(list(queues))
        people = np.array([queue.pop(0) for queue in queues.values()])
        room = (chairs.counts[:, 0, tables] + sitting.traits[:, 0, people] <= sitting.most[:, tables]).all(axis=0)
        room &= _chairs_left(seating, chairs)[tables] > 0
        if room.any():
            seating.join(chairs, people[None, room], tables[room], just_there=True)
        queues = {table: queue for table, queue in queues.items() if queue}


def _chairs_left(seating: Seating, chairs: Chairs) -> Ints:
    return np.asarray((chairs.at == seating.layout.nobody).sum(axis=0))


def _seat_units(seating: Seating, chairs: Chairs, units: list[Ints]) -> None:
    for unit in units:
        if chairs.sitting.bound[unit[0]] < 0:
            _seat_unit(seating, chairs, unit)


def _seat_unit(seating: Seating, chairs: Chairs, unit: Ints) -> None:
    tables = np.flatnonzero((_chairs_left(seating, chairs) >= len(unit)) & chairs.sitting.most.any(axis=0))
    if len(tables):
        seating.join(chairs, unit[:, None], tables)


def _seat_lived(seating: Seating, chairs: Chairs) -> None:
    """People of lived experience sit down by twos, so that from the first nobody is the only one."""
    waiting = _waiting(chairs)
    lived = np.array(
        [p for p in waiting if chairs.sitting.traits[:, 1, p].any() and not _in_unit(chairs, p)], dtype=np.int64
    )
    for begin in range(0, len(lived) - 1, 2):
        end = begin + 2 if len(lived) - begin > 3 else len(lived)
        _seat_unit(seating, chairs, lived[begin:end])
        if end == len(lived):
            break


def _seat_rest(seating: Seating, chairs: Chairs, luck: np.random.RandomState) -> None:
    waiting = luck.permutation(_waiting(chairs))
    choosy = (chairs.sitting.stand[waiting] >= DEAR).any(axis=1)
    queue = np.concatenate([waiting[choosy], waiting[~choosy]])
    while len(queue):
        room = _chairs_left(seating, chairs) > 0
        welcome = room & (chairs.counts[:, 0] < chairs.sitting.most).any(axis=0)
        tables = np.flatnonzero(welcome if welcome.any() else room)
        if not len(tables):
            return
        now, queue = queue[: len(tables)], queue[len(tables) :]
        seating.join(chairs, now[None, :], tables)

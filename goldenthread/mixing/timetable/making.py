"""From a programme to a timetable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from goldenthread.mixing.timetable.columns import columns
from goldenthread.mixing.timetable.reasons import why_not
from goldenthread.mixing.timetable.values import Placed, Programme, Timetable


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to search, in seconds, in turns, or both, and the seed. With turns, the seed alone decides the answer."""

    seconds: float | None = 5.0
    iterations: int | None = None
    seed: int = 0


def make(
    programme: Programme, limits: Limits | None = None, tell: Callable[[float, int], bool | None] | None = None
) -> Timetable:
    """The best timetable found. `tell(cost, turns)` hears of each better one, and ends the search by answering True.

    Nothing hard is ever broken: a session that finds no place is named with the reason. Raises NotAProgramme.
    """
    from goldenthread.mixing.timetable.search import Budget, Search

    limits = limits or Limits()
    if limits.seconds is None and limits.iterations is None:
        raise ValueError("Some limit is needed.")
    search = Search(columns(programme), Budget(limits.seconds, limits.iterations, limits.seed), tell)
    board = search.run()
    placed = tuple(_placed(programme, board.slot.tolist(), board.room.tolist()))
    without = tuple(
        (programme.sessions[row].id, why_not(programme, board, row)) for row in np.flatnonzero(board.slot < 0).tolist()
    )
    return Timetable(placed, without, *counted(programme, placed), search.done)


def _placed(programme: Programme, slots: list[int], rooms: list[int]) -> Iterator[Placed]:
    for session, slot, room in zip(programme.sessions, slots, rooms, strict=True):
        if slot >= 0:
            yield Placed(session.id, programme.slots[slot].id, programme.rooms[room].id)


def counted(programme: Programme, placed: tuple[Placed, ...]) -> tuple[int, int, int]:
    """People who miss a session that they wanted, people without a chair, and pairs of one strand at the same time."""
    slot = {one.session: one.slot for one in placed}
    room = {one.id: one.capacity for one in programme.rooms}
    seats = {one.session: room[one.room] for one in placed}
    conflict = sum(n for one, other, n in programme.interest if one in slot and slot[one] == slot.get(other))
    overflow = sum(max(0, one.demand - seats[one.id]) for one in programme.sessions if one.id in slot)
    together = [(slot[one.id], one.strand) for one in programme.sessions if one.id in slot and one.strand]
    pairs = [together.count(one) * (together.count(one) - 1) // 2 for one in set(together)]
    return conflict, overflow, sum(pairs)

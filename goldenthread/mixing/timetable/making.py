"""From a programme to a timetable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from goldenthread.mixing.timetable.blocks import Blocks
from goldenthread.mixing.timetable.board import Board
from goldenthread.mixing.timetable.columns import columns
from goldenthread.mixing.timetable.reasons import why_not
from goldenthread.mixing.timetable.search import Budget, Search
from goldenthread.mixing.timetable.settling import settle
from goldenthread.mixing.timetable.values import Placed, Programme, Timetable


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to search, in seconds, in turns, or both, and the seed. With turns, the seed alone decides the answer."""

    seconds: float | None = 5.0
    iterations: int | None = None
    seed: int = 0


def make(
    programme: Programme,
    limits: Limits | None = None,
    tell: Callable[[float, int], bool | None] | None = None,
    watch: Callable[[float], bool] | None = None,
) -> Timetable:
    """The best timetable found. `tell(cost, turns)` hears of each better one, and `watch(share)` many times a second how much
    of the search is over; either ends it by answering True.

    Nothing hard is ever broken: a session that finds no place is named with the reason. Raises NotAProgramme.
    """
    limits = limits or Limits()
    if limits.seconds is None and limits.iterations is None:
        raise ValueError("Some limit is needed.")
    search = Search(columns(programme), Budget(limits.seconds, limits.iterations, limits.seed), tell, watch)
    board = search.run()
    _draw_early(programme, board, search.dice)
    slots, rooms = (kept[board.columns.first] for kept in (board.slot, board.room))
    placed = tuple(_placed(programme, slots.tolist(), rooms.tolist()))
    without = tuple(
        (programme.sessions[at].id, why_not(programme, board, at)) for at in np.flatnonzero(slots < 0).tolist()
    )
    return Timetable(placed, without, *counted(programme, placed), search.done)


def _draw_early(programme: Programme, board: Board, dice: np.random.Generator) -> None:
    """Where some slots are better left free, each block goes to the earliest place that costs no more."""
    late = np.array([slot.late for slot in programme.slots], dtype=np.float64)
    if late.any() and board.chairs.size:
        settle(Blocks(board, dice), late)


def _placed(programme: Programme, slots: list[int], rooms: list[int]) -> Iterator[Placed]:
    for session, slot, room in zip(programme.sessions, slots, rooms, strict=True):
        if slot >= 0:
            yield Placed(session.id, programme.slots[slot].id, programme.rooms[room].id)


def counted(programme: Programme, placed: tuple[Placed, ...]) -> tuple[int, int, int]:
    """People who miss a session that they wanted, people without a chair, and pairs of one strand at the same time: in each
    slot, so that whoever misses three slots of a long session counts three times."""
    about = {one.id: one for one in programme.sessions}
    order = {slot.id: at for at, slot in enumerate(programme.slots)}
    room = {one.id: one.capacity for one in programme.rooms}
    slots = {one.session: range(at := order[one.slot], at + about[one.session].length) for one in placed}
    conflict = sum(n * _shared(slots, one, other) for one, other, n in programme.interest)
    overflow = sum(max(0, about[one.session].demand - room[one.room]) * about[one.session].length for one in placed)
    together = Counter((slot, about[name].strand) for name in slots for slot in slots[name] if about[name].strand)
    return conflict, overflow, sum(many * (many - 1) // 2 for many in together.values())


def _shared(slots: Mapping[str, range], one: str, other: str) -> int:
    """In how many slots both are."""
    if one not in slots or other not in slots:
        return 0
    return max(0, min(slots[one].stop, slots[other].stop) - max(slots[one].start, slots[other].start))

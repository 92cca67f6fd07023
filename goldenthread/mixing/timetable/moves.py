"""Moves: one session out of every slot and all back in the best way; rooms within a slot; a chain to another place.

The assignment neighbourhood: take one session out of each slot. No two of them were together, so that what one of them
costs in a slot does not depend on where the others go, and the best of all their permutations is a linear assignment
(scipy.optimize.linear_sum_assignment; Crouse, IEEE Transactions on Aerospace and Electronic Systems 52(4), 2016; the
neighbourhood after Abdullah, Ahmadi, Burke & Dror, "Investigating Ahuja-Orlin's large neighbourhood search approach for
examination timetabling", OR Spectrum 29, 2007).
"""

from __future__ import annotations

import numpy as np

from goldenthread.mixing.timetable.board import AWAY, Board, Numbers
from goldenthread.mixing.timetable.columns import Columns, Costs


def rearrange(board: Board, rooms: Numbers, noise: Costs, newcomers: Numbers) -> float:
    """Move those in these chairs (one room for each slot) and these newcomers, best but for the noise; answer the gain.

    `noise` has the shape (at least movers, T). The gain may be below 0 when there is noise.
    """
    columns = board.columns
    here = board.chairs[np.arange(len(rooms)), rooms]
    slots = np.flatnonzero(board.alone[here])
    here, rooms = here[slots], rooms[slots]
    there = np.flatnonzero(here != board.nobody)
    movers = np.concatenate([here[there], newcomers])
    costs = board.costs[slots, movers[:, None]] - columns.beside[movers[:, None], here] + columns.over[movers][:, rooms]
    costs[~columns.may[movers[:, None], slots, rooms]] += columns.forbidden
    was = costs[np.arange(len(there)), there].sum() + columns.left_out[newcomers].sum()
    if len(newcomers):
        costs = np.hstack([costs, np.repeat(columns.left_out[movers][:, None], len(movers), axis=1)])
    wish = costs.copy()
    wish[:, : len(slots)] += noise[: len(movers), : len(slots)]
    rows, to = _assigned(wish)
    gain = float(was - costs[rows, to].sum())
    _settle(board, movers, (slots, rooms, here), to)
    return gain


def _assigned(costs: Costs) -> tuple[Numbers, Numbers]:
    from scipy.optimize import linear_sum_assignment

    rows, to = linear_sum_assignment(costs)
    return rows, to


def _settle(board: Board, movers: Numbers, chairs: tuple[Numbers, Numbers, Numbers], to: Numbers) -> None:
    slots, rooms, here = chairs
    now = np.full(len(slots), board.nobody)
    seated = to < len(slots)
    now[to[seated]] = movers[seated]
    changed = np.flatnonzero(now != here)
    beside = board.columns.beside
    board.costs[slots[changed]] += beside[now[changed]] - beside[here[changed]]
    board.chairs[slots, rooms] = now
    board.where[movers] = AWAY
    board.where[movers[seated]] = slots[to[seated]] * board.chairs.shape[1] + rooms[to[seated]]


def tidy_rooms(board: Board, slot: int) -> float:
    """Give the sessions of one slot the rooms that leave the fewest without a chair; answer the gain."""
    rooms = np.flatnonzero(board.alone[board.chairs[slot]])
    here = board.chairs[slot, rooms]
    there = np.flatnonzero(here != board.nobody)
    movers = here[there]
    if not len(movers):
        return 0.0
    costs = board.columns.over[movers][:, rooms]
    costs = costs + board.columns.forbidden * ~board.columns.may[movers[:, None], slot, rooms]
    rows, to = _assigned(costs)
    gain = float(costs[np.arange(len(there)), there].sum() - costs[rows, to].sum())
    board.chairs[slot, rooms] = board.nobody
    board.chairs[slot, rooms[to]] = movers
    board.where[movers] = slot * board.chairs.shape[1] + rooms[to]
    return gain


def starts(columns: Columns, chain: tuple[int, ...]) -> list[tuple[int, int]]:
    """The (slot, room) where a chain could begin if the house were empty."""
    _, slots, rooms = columns.may.shape
    return [
        (slot, room)
        for slot in range(slots - len(chain) + 1)
        for room in range(rooms)
        if len({columns.days[slot + step] for step in range(len(chain))}) == 1
        and all(columns.may[one, slot + step, room] for step, one in enumerate(chain))
    ]


def move_chain(board: Board, chain: tuple[int, ...], slot: int, room: int) -> bool:
    """Put a chain there, and whoever was in the way or clashes with it out; False if another chain is in the way."""
    _take_all(board, chain)
    ways = range(slot, slot + len(chain))
    clashing = [
        row
        for step, one in enumerate(chain)
        for row in board.chairs[slot + step]
        if board.columns.beside[one, row] >= board.columns.forbidden
    ]
    out = {int(row) for row in [*board.chairs[ways, room], *clashing]} - {board.nobody}
    if not board.alone[list(out)].all():
        return False
    _take_all(board, tuple(sorted(out)))
    for step, one in enumerate(chain):
        board.put(one, slot + step, room)
    return True


def _take_all(board: Board, rows: tuple[int, ...]) -> None:
    for row in rows:
        board.take(row)

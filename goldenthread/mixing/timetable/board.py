"""A timetable being made: which session is in which chair, and what each would cost in each slot."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.timetable.columns import Columns, Costs

Numbers = NDArray[np.int64]
AWAY = -1


@dataclass(slots=True, eq=False)
class Board:
    """`chairs` (T, R) holds a session or S for nobody; `where` (S+1) the number of each session's chair, AWAY for nowhere
    (what stands there for nobody means nothing).

    `costs` (T, S+1) is what each session would meet in each slot. Nothing hard is ever broken on a board.
    """

    columns: Columns
    chairs: Numbers = field(init=False)
    where: Numbers = field(init=False)
    costs: Costs = field(init=False)
    # In a chain or free to move alone.
    alone: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        size, slots, rooms = self.columns.may.shape
        self.chairs = np.full((slots, rooms), size, dtype=np.int64)
        self.where = np.full(size + 1, AWAY, dtype=np.int64)
        self.costs = np.zeros((slots, size + 1))
        self.costs[:, :size] = self.columns.forbidden * ~self.columns.may.any(axis=2).T
        self.alone = np.ones(size + 1, dtype=np.bool_)
        self.alone[[row for chain in self.columns.chains for row in chain]] = False

    @property
    def nobody(self) -> int:
        return len(self.where) - 1

    @property
    def slot(self) -> Numbers:
        """Where each session is in time (S), AWAY for nowhere."""
        found: Numbers = self.where[:-1] // max(1, self.chairs.shape[1])
        return found

    @property
    def room(self) -> Numbers:
        """In which room each session is (S): of no meaning for those that are nowhere."""
        found: Numbers = self.where[:-1] % max(1, self.chairs.shape[1])
        return found

    def put(self, session: int, slot: int, room: int) -> None:
        self.chairs[slot, room] = session
        self.where[session] = slot * self.chairs.shape[1] + room
        self.costs[slot] += self.columns.beside[session]

    def take(self, session: int) -> None:
        if self.where[session] != AWAY:
            slot, room = divmod(int(self.where[session]), self.chairs.shape[1])
            self.chairs[slot, room] = self.nobody
            self.costs[slot] -= self.columns.beside[session]
            self.where[session] = AWAY

    def left_out(self) -> Numbers:
        """Those without a place who may move alone."""
        return np.flatnonzero((self.where[:-1] == AWAY) & self.alone[:-1])

    def total(self) -> float:
        slot, room = self.slot, self.room
        there = np.flatnonzero(slot != AWAY)
        beside = self.costs[slot[there], there].sum() / 2
        away = self.columns.left_out[:-1][slot == AWAY].sum()
        return float(beside + self.columns.over[there, room[there]].sum() + away)

    def state(self) -> tuple[Numbers, Numbers, Costs]:
        return self.chairs.copy(), self.where.copy(), self.costs.copy()

    def restore(self, state: tuple[Numbers, Numbers, Costs]) -> None:
        chairs, where, costs = state
        self.chairs, self.where, self.costs = chairs.copy(), where.copy(), costs.copy()

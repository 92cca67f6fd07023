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
    """`chairs` (T, R) holds a session or S for nobody; `slot` and `room` (S) where each is, AWAY for nowhere.

    `costs` (S+1, T) is what each session would meet in each slot. Nothing hard is ever broken on a board.
    """

    columns: Columns
    chairs: Numbers = field(init=False)
    slot: Numbers = field(init=False)
    room: Numbers = field(init=False)
    costs: Costs = field(init=False)
    # In a chain or free to move alone.
    alone: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        size, slots, rooms = self.columns.may.shape
        self.chairs = np.full((slots, rooms), size, dtype=np.int64)
        self.slot = np.full(size, AWAY, dtype=np.int64)
        self.room = np.full(size, AWAY, dtype=np.int64)
        self.costs = np.zeros((size + 1, slots))
        self.alone = np.ones(size + 1, dtype=np.bool_)
        self.alone[[row for chain in self.columns.chains for row in chain]] = False

    @property
    def nobody(self) -> int:
        return len(self.slot)

    def put(self, session: int, slot: int, room: int) -> None:
        self.chairs[slot, room] = session
        self.slot[session], self.room[session] = slot, room
        self.costs[:, slot] += self.columns.beside[:, session]

    def take(self, session: int) -> None:
        slot = self.slot[session]
        if slot != AWAY:
            self.chairs[slot, self.room[session]] = self.nobody
            self.costs[:, slot] -= self.columns.beside[:, session]
            self.slot[session] = self.room[session] = AWAY

    def left_out(self) -> Numbers:
        """Those without a place who may move alone."""
        return np.flatnonzero((self.slot == AWAY) & self.alone[:-1])

    def total(self) -> float:
        there = np.flatnonzero(self.slot != AWAY)
        beside = self.costs[there, self.slot[there]].sum() / 2
        away = self.columns.left_out[:-1][self.slot == AWAY].sum()
        return float(beside + self.columns.over[there, self.room[there]].sum() + away)

    def state(self) -> tuple[Numbers, Numbers, Numbers, Costs]:
        return self.chairs.copy(), self.slot.copy(), self.room.copy(), self.costs.copy()

    def restore(self, state: tuple[Numbers, Numbers, Numbers, Costs]) -> None:
        chairs, slot, room, costs = state
        self.chairs, self.slot, self.room, self.costs = chairs.copy(), slot.copy(), room.copy(), costs.copy()

"""From an empty board to the best timetable found: chains, then layers, then swaps, cooling, and now and then the rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from goldenthread.mixing.timetable.blocks import Blocks
from goldenthread.mixing.timetable.board import Board, Numbers
from goldenthread.mixing.timetable.columns import Columns
from goldenthread.mixing.timetable.moves import move_chain, rearrange, starts, tidy_rooms
from goldenthread.mixing.timetable.swaps import Swaps

# How many without a place are offered one at a time, and how often chains and rooms have their turn.
NEWCOMERS, CHAIN_TURN, ROOM_TURN = 6, 40, 5
# The heat at first and at last, in usual costs of two sessions in one slot.
HOT, COLD = 0.5, 0.12

# How many turns are between two words to whoever watches.
WATCH_TURN = 64

Told = Callable[[float, int], bool | None]
Watched = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class Budget:
    """How long to search. With `iterations` the answer depends on the seed alone, unless the time runs out first."""

    seconds: float | None = 5.0
    iterations: int | None = None
    seed: int = 0


@dataclass(slots=True, eq=False)
class Search:
    columns: Columns
    budget: Budget
    tell: Told | None = None
    watch: Watched | None = None
    board: Board = field(init=False)
    swaps: Swaps = field(init=False)
    # Only where some session takes several slots.
    blocks: Blocks | None = field(init=False, default=None)
    dice: np.random.Generator = field(init=False)
    unit: float = field(init=False)
    done: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.board = Board(self.columns)
        self.dice = np.random.default_rng(self.budget.seed)
        self.swaps = Swaps(self.board, self.dice)
        self.unit = _usual_cost(self.columns)
        if self.columns.has_lengths:
            self.blocks = Blocks(self.board, self.dice)

    def run(self) -> Board:
        """The best board found. `tell` hears each better cost and when; it stops the search by answering True."""
        begun = time.monotonic()
        self.begin()
        now = best = self.board.total()
        kept = self.board.state()
        # Nothing costs less than the least, and without chairs there is nothing to do.
        while best > self.columns.least and self.board.chairs.size > 0 and (spent := self._spent(begun)) < 1:
            if self.watch and self.done % WATCH_TURN == 0 and self.watch(spent):
                break
            now -= self._turn(self.unit * HOT * (COLD / HOT) ** spent)
            self.done += 1
            if now < best - 0.5:
                best, kept = now, self.board.state()
                if self.tell and self.tell(best, self.done):
                    break
        self.board.restore(kept)
        for slot in range(len(self.board.chairs)):
            tidy_rooms(self.board, slot)
        return self.board

    def _spent(self, begun: float) -> float:
        """The part of the budget that is used up."""
        seconds, iterations = self.budget.seconds, self.budget.iterations
        by_clock = (time.monotonic() - begun) / seconds if seconds is not None else 0.0
        if iterations is None:
            return by_clock
        # The clock only ends such a search: were it to cool it, the answer would depend on the machine.
        return 1.0 if by_clock >= 1 else self.done / max(1, iterations)

    def begin(self) -> None:
        if self.blocks:
            self.blocks.begin()
            return
        for chain in sorted(self.columns.chains, key=lambda chain: (len(starts(self.columns, chain)), chain)):
            self._begin_chain(chain)
        slots, rooms = self.board.chairs.shape
        for room in range(rooms):
            newcomers = self.board.left_out()
            if len(newcomers):
                layer = np.full(slots, room)
                rearrange(self.board, layer, np.zeros((slots + len(newcomers), slots)), newcomers)

    def _begin_chain(self, chain: tuple[int, ...]) -> None:
        for slot, room in starts(self.columns, chain):
            if self._is_free(chain, slot, room):
                move_chain(self.board, chain, slot, room)
                return

    def _is_free(self, chain: tuple[int, ...], slot: int, room: int) -> bool:
        return all(
            self.board.chairs[slot + step, room] == self.board.nobody
            and self.board.costs[slot + step, one] < self.columns.forbidden
            for step, one in enumerate(chain)
        )

    def _turn(self, heat: float) -> float:
        if self.blocks:
            return self.blocks.turn(heat, self.done)
        if self.columns.chains and self.done % CHAIN_TURN == CHAIN_TURN - 1:
            return self._try_chain()
        if self.swaps.rooms_cost and self.done % ROOM_TURN == ROOM_TURN - 1:
            return tidy_rooms(self.board, int(self.dice.integers(len(self.board.chairs))))
        if self.done % 2 and len(self.board.left_out()):
            return self._rearrange(heat)
        return self.swaps.turn(heat)

    def _rearrange(self, heat: float) -> float:
        slots, rooms = self.board.chairs.shape
        newcomers = self._newcomers()
        noise = heat * self.dice.random((slots + len(newcomers), slots))
        one_in_each = self.dice.integers(0, rooms, size=(slots,))
        return rearrange(self.board, one_in_each, noise, newcomers)

    def _newcomers(self) -> Numbers:
        left_out = self.board.left_out()
        return left_out if len(left_out) <= NEWCOMERS else self.dice.permutation(left_out)[:NEWCOMERS]

    def _try_chain(self) -> float:
        """A chain elsewhere, and the rest around it again; back as it was if that is worse."""
        board, before, kept = self.board, self.board.total(), self.board.state()
        chain = self.columns.chains[int(self.dice.integers(len(self.columns.chains)))]
        places = starts(self.columns, chain)
        if places and move_chain(board, chain, *places[int(self.dice.integers(len(places)))]):
            for _ in range(8):
                self._rearrange(0.0)
            if (gain := before - board.total()) >= 0:
                return gain
        board.restore(kept)
        return 0.0


def _usual_cost(columns: Columns) -> float:
    """The mean cost of two sessions in one slot, or of a session in a room, of those that cost something."""
    for costs in (columns.beside, columns.over):
        some = costs[(costs > 0) & (costs < columns.forbidden)]
        if len(some):
            return float(some.mean())
    return 1.0

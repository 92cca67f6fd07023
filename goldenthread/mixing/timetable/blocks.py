"""Moves where sessions take several slots: a block (a chain, or a row by itself) goes to another place, or two change places.

A turn takes one block and weighs every place where it could begin, and every other block that is as long to change places
with, all at once; one of them is drawn by its Boltzmann weight, as in `swaps`. Blocks of other lengths are in the way of
such moves, so that now and then one is put where others stand, and those find places anew: ruin and recreate (Schrimpf,
Schneider, Stamm-Wilbrandt & Dueck, Journal of Computational Physics 159(2), 2000).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goldenthread.mixing.timetable.board import AWAY, Board, Numbers
from goldenthread.mixing.timetable.columns import Columns, Costs, Truths, begins
from goldenthread.mixing.timetable.swaps import gumbel

Place = tuple[int, int]
# How often a block is put where others stand.
RUIN_TURN = 4


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Rows one after the other, in which (slot, room) they could begin if the house were empty, and what they cost in a room."""

    rows: Numbers
    begins: Truths
    over: Costs
    # One session alone, and not several that follow each other.
    is_whole: bool

    @property
    def is_pinned(self) -> bool:
        return int(self.begins.sum()) <= 1


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Blocks of one length, which may change places: as columns, a row each."""

    blocks: tuple[Block, ...]
    rows: Numbers
    begins: Truths
    over: Costs


class Blocks:
    """All blocks of one board."""

    def __init__(self, board: Board, dice: np.random.Generator) -> None:
        chains = [*board.columns.chains, *((int(row),) for row in np.flatnonzero(board.alone[:-1]))]
        self.board, self.dice = board, dice
        self.blocks = [_block(board.columns, np.array(chain)) for chain in sorted(chains)]
        self.of = {int(row): block for block in self.blocks for row in block.rows}
        self.mobile = [block for block in self.blocks if not block.is_pinned]
        whole = [block for block in self.mobile if block.is_whole]
        self.alike = {n: _alike([b for b in whole if len(b.rows) == n]) for n in {len(b.rows) for b in whole}}
        self.noise = gumbel(dice, board.chairs.size + len(self.blocks))

    def begin(self) -> None:
        """Those with the fewest places first, and of these the longest."""
        for block in sorted(self.blocks, key=lambda block: (int(block.begins.sum()), -len(block.rows))):
            self._refit(block, 0.0)

    def turn(self, heat: float, number: int) -> float:
        """One move or none; answer the gain, which may be below 0 when there is heat."""
        away = [block for block in self.mobile if self._is_away(block)] if number % 2 else []
        if not self.mobile:
            return 0.0
        chosen = away or self.mobile
        block = chosen[int(self.dice.integers(len(chosen)))]
        return self._ruin(block, heat) if away or number % RUIN_TURN == 0 else self._move(block, heat)

    def start(self, at: int) -> int:
        """The slot in which this block begins; AWAY for nowhere."""
        return AWAY if self._is_away(self.blocks[at]) else self._place(self.blocks[at])[0]

    def latest_first(self) -> list[int]:
        """Those that have a place and may have another one."""
        there = [at for at, block in enumerate(self.blocks) if not (block.is_pinned or self._is_away(block))]
        return sorted(there, key=lambda at: (-self.start(at), at))

    def draw(self, at: int, late: Costs) -> bool:
        """To the free place that is least late, of those that cost no more than its own (T); answer whether it moved."""
        block = self.blocks[at]
        here = self._place(block)
        self._take(block)
        costs = self._free_costs(block)
        earlier = np.broadcast_to(late[: len(costs), None], costs.shape).copy()
        earlier[costs > costs[here]] = np.inf
        there = here
        if earlier.min() < late[here[0]]:
            least = np.flatnonzero(earlier == earlier.min())
            there = divmod(int(least[costs.flat[least].argmin()]), costs.shape[1])
        self._put(block, there)
        return there != here

    def _is_away(self, block: Block) -> bool:
        return bool(self.board.where[block.rows[0]] == AWAY)

    def _refit(self, block: Block, heat: float) -> None:
        """Where it costs least but for the noise, among the places that are free; nowhere if there is none."""
        costs = self._free_costs(block)
        best = int((costs.ravel() + self._noise(heat, costs.size)).argmin()) if costs.size else 0
        if costs.size and costs.flat[best] < self.board.columns.forbidden / 2:
            self._put(block, divmod(best, costs.shape[1]))

    def _noise(self, heat: float, size: int) -> Costs:
        begin = int(self.dice.integers(len(self.noise) - size))
        noise: Costs = -heat * self.noise[begin : begin + size]
        return noise

    def _put(self, block: Block, place: Place) -> None:
        for step, row in enumerate(block.rows.tolist()):
            self.board.put(row, place[0] + step, place[1])

    def _take(self, block: Block) -> None:
        for row in block.rows.tolist():
            self.board.take(row)

    def _place(self, block: Block) -> Place:
        slot, room = divmod(int(self.board.where[block.rows[0]]), self.board.chairs.shape[1])
        return slot, room

    def _free_costs(self, block: Block) -> Costs:
        """What it would cost to begin in each chair, at least `forbidden` where it may not or somebody is."""
        board, length = self.board, len(block.rows)
        taken = np.vstack([np.zeros(board.chairs.shape[1]), (board.chairs != board.nobody).cumsum(axis=0)])
        wished = self._in_time(block)[:, None] + block.over[None, :]
        is_free = block.begins[: len(wished)] & (taken[length:] == taken[:-length])
        costs: Costs = wished + board.columns.forbidden * ~is_free
        return costs

    def _in_time(self, block: Block) -> Costs:
        """What it would meet if it began in each slot, whoever stands there."""
        steps = np.arange(len(block.rows))
        starts = np.arange(max(0, len(self.board.chairs) - len(steps) + 1))
        met: Costs = self.board.costs[starts[:, None] + steps, block.rows].sum(axis=1)
        return met

    def _move(self, block: Block, heat: float) -> float:
        """To a free place, or to that of another one, which comes here."""
        if self._is_away(block):
            return 0.0
        here, alike = self._place(block), self.alike.get(len(block.rows))
        swaps = self._swaps(block, here, alike) if block.is_whole and alike else np.zeros(0)
        self._take(block)
        free = self._free_costs(block)
        stays = free[here]
        costs = np.concatenate([(free - stays).ravel(), swaps])
        best = int((costs + self._noise(heat, costs.size)).argmin())
        # Where everything is forbidden, the noise does not matter.
        if costs[best] >= self.board.columns.forbidden / 2:
            best = here[0] * free.shape[1] + here[1]
        if alike and best >= free.size:
            other = alike.blocks[best - free.size]
            there = self._place(other)
            self._take(other)
            self._put(other, here)
        else:
            there = divmod(best, free.shape[1])
        self._put(block, there)
        return -float(costs[best])

    def _swaps(self, block: Block, here: Place, alike: Alike) -> Costs:
        """What it would cost more to change places with each one that is as long."""
        board, steps = self.board, np.arange(len(block.rows))
        where, rows = board.where[alike.rows[:, 0]], alike.rows
        slots, rooms = np.divmod(where, board.chairs.shape[1])
        in_time = self._in_time(block)
        slots = np.maximum(slots, 0)
        to_there = in_time[slots] + block.over[rooms]
        to_here = board.costs[here[0] + steps, rows].sum(axis=1) + alike.over[:, here[1]]
        were = board.costs[slots[:, None] + steps, rows].sum(axis=1) + alike.over[np.arange(len(rows)), rooms]
        # Each was weighed against the other as if it still stood there; where they overlap, they meet as before.
        apart = np.minimum(len(steps), np.abs(slots - here[0]))
        met = 2 * apart * board.columns.beside[block.rows[0], rows[:, 0]]
        costs: Costs = to_there + to_here - (in_time[here[0]] + block.over[here[1]]) - were - met
        may = block.begins[slots, rooms] & alike.begins[:, here[0], here[1]] & (where != AWAY)
        # What is nowhere stands in no slot, so its costs mean nothing.
        found: Costs = np.where(may & (rows[:, 0] != block.rows[0]), costs, board.columns.forbidden)
        return found

    def _ruin(self, block: Block, heat: float) -> float:
        """Put it where others may stand, and these where they cost least; back as it was if that is much worse."""
        places = np.flatnonzero(block.begins)
        if not len(places):
            return 0.0
        board, before, kept = self.board, self.board.total(), self.board.state()
        place = divmod(int(places[int(self.dice.integers(len(places)))]), block.begins.shape[1])
        self._take(block)
        gone = self._in_the_way(block, place)
        for other in gone:
            self._take(other)
        self._put(block, place)
        for other in sorted(gone, key=lambda other: -len(other.rows)):
            self._refit(other, heat)
        gain = before - board.total()
        if gain >= -heat * float(self.dice.exponential()):
            return gain
        board.restore(kept)
        return 0.0

    def _in_the_way(self, block: Block, place: Place) -> list[Block]:
        """Who stands there, and who clashes with it meanwhile."""
        board = self.board
        window = board.chairs[place[0] : place[0] + len(block.rows)]
        clash = board.columns.beside[block.rows[:, None], window] >= board.columns.forbidden
        rows = {*window[clash].tolist(), *window[:, place[1]].tolist()} - {board.nobody}
        return list(dict.fromkeys(self.of[row] for row in sorted(rows)))


def _block(columns: Columns, rows: Numbers) -> Block:
    sessions = np.searchsorted(columns.first, rows, side="right")
    return Block(rows, begins(columns, rows), columns.over[rows].sum(axis=0), len(set(sessions.tolist())) == 1)


def _alike(blocks: list[Block]) -> Alike:
    rows = np.stack([block.rows for block in blocks])
    return Alike(
        tuple(blocks), rows, np.stack([block.begins for block in blocks]), np.stack([block.over for block in blocks])
    )

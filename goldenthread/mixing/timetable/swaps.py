"""The move of most turns: pairs of slots exchange one session each, in all pairs at once.

The slots are paired by lot. What two sessions cost when they change places depends on their own two slots alone, so that
every swap in every pair can be weighed at once, and one taken in each pair by its Boltzmann weight (a heat bath: Creutz,
Physical Review D 21, 1980; drawn as the largest of weight and Gumbel noise, so that no sum is needed). Swaps between slots
are the pairwise interchange of graph partitioning (Kernighan & Lin, Bell System Technical Journal 49(2), 1970).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.timetable.board import Board, Numbers
from goldenthread.mixing.timetable.columns import Columns, Costs

Pairs = tuple[Numbers, Numbers]


class Swaps:
    """Swaps on one board: T slots are T // 2 pairs, in each of which R × R swaps are weighed."""

    def __init__(self, board: Board, dice: np.random.Generator) -> None:
        columns = board.columns
        slots, rooms = board.chairs.shape
        self.board, self.dice = board, dice
        self.twice: Costs = (2 * columns.beside).ravel()
        # To change nobody with nobody is no move: it would only hide that there are others.
        self.twice[-1:] = -columns.forbidden
        self.stays: Costs = np.where(board.alone, 0.0, columns.forbidden)
        self.rooms_cost = bool(columns.over.any())
        self.rooms_differ = bool((columns.may != columns.may[:, :, :1]).any())
        self.noise = gumbel(dice, (slots // 2) * (rooms * rooms + 1))

    def turn(self, heat: float) -> float:
        """One swap or none in each pair of slots; answer the gain, which may be below 0 when there is heat."""
        slots, rooms = self.board.chairs.shape
        lot = self.dice.permutation(slots)
        pairs = lot[: slots // 2], lot[slots // 2 : slots // 2 * 2]
        costs = self._costs(pairs).reshape(slots // 2, rooms * rooms)
        begin = int(self.dice.integers(len(self.noise) - costs.size - len(costs)))
        wish = costs - heat * self.noise[begin : begin + costs.size].reshape(costs.shape)
        stay = -heat * self.noise[begin + costs.size : begin + costs.size + len(costs)]
        best = wish.argmin(axis=1)
        rows = np.arange(len(costs))
        chosen = np.flatnonzero((wish[rows, best] < stay) & (costs[rows, best] < self.board.columns.forbidden / 2))
        self._settle((pairs[0][chosen], pairs[1][chosen]), best[chosen])
        return -float(costs[chosen, best[chosen]].sum())

    def _costs(self, pairs: Pairs) -> Costs:
        """What each swap would cost more, (T // 2, R, R): a session of the first slot with one of the second."""
        board, (first, second) = self.board, pairs
        here, there = board.chairs[first], board.chairs[second]
        change = board.costs[second] - board.costs[first]
        stays = self.stays
        out = np.take_along_axis(change, here, 1) + stays[here]
        back = np.take_along_axis(change, there, 1) - stays[there]
        between = self.twice.take(here[:, :, None] * (board.nobody + 1) + there[:, None, :])
        costs: Costs = (out[:, :, None] - back[:, None, :]) - between
        if self.rooms_cost:
            costs += _over(board.columns, here) + _over(board.columns, there).transpose(0, 2, 1)
        if self.rooms_differ:
            shut = _shut(board.columns, here, second) | _shut(board.columns, there, first).transpose(0, 2, 1)
            costs += board.columns.forbidden * shut
        return costs

    def _settle(self, pairs: Pairs, swaps: Numbers) -> None:
        board, (first, second) = self.board, pairs
        rooms = board.chairs.shape[1]
        out, back = np.divmod(swaps, rooms)
        here, there = board.chairs[first, out], board.chairs[second, back]
        change = board.columns.beside[there] - board.columns.beside[here]
        board.costs[first] += change
        board.costs[second] -= change
        board.chairs[first, out], board.chairs[second, back] = there, here
        board.where[here], board.where[there] = second * rooms + back, first * rooms + out


def _over(columns: Columns, movers: Numbers) -> Costs:
    """How much more each mover costs in each room of the other slot than in its own room."""
    over = columns.over[movers]
    now = np.diagonal(over, axis1=1, axis2=2)
    more: Costs = over - now[:, :, None]
    return more


def _shut(columns: Columns, movers: Numbers, slots: Numbers) -> NDArray[np.bool_]:
    """Which movers may not be in which room of these slots; nobody may be everywhere."""
    size = len(columns.may)
    shut: NDArray[np.bool_] = ~columns.may[np.minimum(movers, size - 1), slots[:, None]] & (movers < size)[:, :, None]
    return shut


def gumbel(dice: np.random.Generator, least: int) -> Costs:
    """The quantiles of the Gumbel distribution in a random order, rounded: some machines' logarithms differ in the last bit."""
    size = max(1 << 14, 16 * least)
    noise: Costs = dice.permutation(np.round(-np.log(-np.log((np.arange(size) + 0.5) / size)), 9))
    return noise

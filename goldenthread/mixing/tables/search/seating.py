"""Who sits where, what it costs, and the one move: take a unit from each of some tables and put all back optimally.

A unit is some seats of one table: one, or as many as the people kept together there. Since every table gets exactly one
unit, the costs of joining what is left of a table add up exactly, and the best exchange is a linear assignment. The idea
is that of very large-scale neighbourhoods (the survey by Ahuja, Ergun, Orlin and Punnen, Discrete Applied Mathematics
123, 2002), as ../shared/MIXING.md recommends it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from goldenthread.mixing.tables.search.layout import Layout
from goldenthread.mixing.tables.search.sitting import Sitting
from goldenthread.mixing.tables.search.table_cost import table_cost

Ints = NDArray[np.int64]


class Chairs:
    """The seats of one sitting. `at` is (S, T): who sits there, or nobody."""

    __slots__ = ("at", "counts", "kind", "kinds", "limits", "sitting")

    def __init__(self, sitting: Sitting, depth: int) -> None:
        nobody = len(sitting.bond) - 1
        tables = sitting.least.shape[1]
        self.sitting = sitting
        self.at: Ints = np.full((depth, tables), nobody, dtype=np.int64)
        self.counts: Ints = np.zeros((len(sitting.rounds), 4, tables), dtype=np.int64)
        self.limits = (sitting.least, sitting.most)
        flat = sitting.traits.reshape(-1, nobody + 1)
        kinds, kind = np.unique(flat, axis=1, return_inverse=True)
        self.kinds: Ints = kinds.reshape(*sitting.traits.shape[:2], -1)
        self.kind: Ints = kind.reshape(-1)


class Seating:
    """All sittings. `pairs` is (n + 1, n + 1): what two people cost who meet once more, as things stand."""

    def __init__(self, layout: Layout, depths: list[int]) -> None:
        self.layout = layout
        self.pairs = layout.pairs.copy()
        self.chairs = [Chairs(*both) for both in zip(layout.sittings, depths, strict=True)]
        self.cost = 0

    def exchange(self, chairs: Chairs, tables: Ints, slots: Ints, noise: Ints | None = None) -> bool:
        """Take the seats `slots` (b, U) from `tables` (U), put the units back where they cost least; tell if any moved."""
        who = chairs.at[slots, tables]
        chairs.at[slots, tables] = self.layout.nobody
        rest = chairs.at[:, tables]
        units = chairs.sitting.traits[:, :, who].sum(axis=2)
        left = chairs.counts[:, :, tables] - units
        cost = self._joining(chairs, who, rest, tables, (units, left))
        here = np.arange(len(tables))
        cost[here, here] -= self._already(chairs, who, rest, (units, left))
        _, goes = linear_sum_assignment(cost if noise is None else cost + noise)
        chairs.at[slots[:, goes], tables[goes]] = who
        moved = np.flatnonzero(goes != here)
        if not len(moved):
            return False
        self.cost += int(cost[moved, goes[moved]].sum() - cost[moved, moved].sum())
        chairs.counts[:, :, tables[goes]] = left[:, :, goes] + units
        self._acquaint(chairs, who[:, moved], rest[:, moved], -1)
        self._acquaint(chairs, who[:, moved], rest[:, goes[moved]], 1)
        return True

    def join(self, chairs: Chairs, who: Ints, tables: Ints, *, just_there: bool = False) -> None:
        """Seat units (b, U) of new arrivals where they cost least among `tables`, or each at its own of `tables`."""
        rest = chairs.at[:, tables]
        units = (chairs.sitting.traits[:, :, who].sum(axis=2), chairs.counts[:, :, tables])
        cost = self._joining(chairs, who, rest, tables, units)
        cost -= self._table_costs(chairs, np.full_like(who[:1], self.layout.nobody), units, tables)
        rows = goes = np.arange(len(tables))
        if not just_there:
            rows, goes = linear_sum_assignment(cost)
        self.cost += int(cost[rows, goes].sum())
        if len(who) > 1:
            self.cost += sum(self._among(chairs, unit) for unit in who.T)
        chosen = tables[goes]
        free = np.argsort(rest[:, goes] != self.layout.nobody, axis=0, kind="stable")[: len(who)]
        chairs.at[free, chosen] = who[:, rows]
        chairs.counts[:, :, chosen] += units[0][:, :, rows]
        self._acquaint(chairs, who[:, rows], rest[:, goes], 1)

    def _joining(self, chairs: Chairs, who: Ints, rest: Ints, tables: Ints, units: tuple[Ints, Ints]) -> Ints:
        """(U, T): what it costs that each unit joins what is left of each table."""
        depth, width = rest.shape
        known = self.pairs[who.ravel()].take(rest.ravel(), axis=1)
        if len(chairs.sitting.rounds) > 1:
            both = self._both(chairs, who.ravel(), rest.ravel())
            known = known * both + self.layout.prices.repeat * (both * (both - 1) // 2)
        cost: Ints = known.reshape(*who.shape, depth, width).sum(axis=(0, 2), dtype=np.int64)
        stand = chairs.sitting.stand
        for people in who:
            cost += stand[people].take(tables, axis=1)
        return cost + self._table_costs(chairs, who, units, tables)

    def _table_costs(self, chairs: Chairs, who: Ints, units: tuple[Ints, Ints], tables: Ints) -> Ints:
        limits = (chairs.limits[0][:, tables], chairs.limits[1][:, tables])
        prices = (self.layout.prices.orphan, self.layout.alone)
        if len(who) > 1:
            return table_cost(units[0], units[1], limits, *prices)
        # Single people are of few kinds: reckon each kind once.
        return np.asarray(table_cost(chairs.kinds, units[1], limits, *prices)[chairs.kind[who[0]]])

    def _already(self, chairs: Chairs, who: Ints, rest: Ints, units: tuple[Ints, Ints]) -> Ints:
        """(U): what was charged for meeting now, which staying does not cost again."""
        repeat = self.layout.prices.repeat
        if len(chairs.sitting.rounds) == 1:
            return np.asarray(repeat * units[0][0, 0] * units[1][0, 0])
        here = [self._both(chairs, who[:, unit], rest[:, unit]) for unit in range(who.shape[1])]
        return np.array([repeat * (both * both).sum() for both in here])

    def _both(self, chairs: Chairs, people: Ints, others: Ints) -> Ints:
        """(people, others): in how many rounds of the sitting both are there."""
        there = chairs.sitting.traits[:, 0]
        return np.asarray(there[:, people].T @ there[:, others])

    def _acquaint(self, chairs: Chairs, who: Ints, rest: Ints, sign: int) -> None:
        """Note that each unit's people meet, or no longer meet, all the rest of its table."""
        repeat = self.layout.prices.repeat * sign
        for people in who:
            rows, columns = people[:, None], rest.T
            charge: int | Ints = repeat
            if len(chairs.sitting.rounds) > 1:
                there = chairs.sitting.traits[:, 0]
                charge = repeat * (there[:, rows] * there[:, columns]).sum(axis=0)
            self.pairs[rows, columns] += charge
            self.pairs[columns, rows] += charge
        self.pairs[self.layout.nobody] = 0
        self.pairs[:, self.layout.nobody] = 0

    def _among(self, chairs: Chairs, unit: Ints) -> int:
        """What the people of one unit cost one another, wherever they sit; those not kept together meet."""
        both = self._both(chairs, unit, unit)
        known = self.pairs[np.ix_(unit, unit)]
        bond = chairs.sitting.bond[unit]
        meet = self.layout.prices.repeat * both * (bond[:, None] != bond)
        self.pairs[np.ix_(unit, unit)] = known + meet
        return int((known * both + meet * (both - 1) // 2).sum()) // 2

"""Which seats one exchange takes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.search.seating import Chairs

Ints = NDArray[np.int64]
# Tables in one exchange: enough to find a place for everybody, few enough that an assignment stays quick.
WIDTH = 40
# Of a thousand exchanges, so many move two people or more as one, and so many take people of lived experience first.
BLOCKS = 120
LIVED = 120
# As many blocks while a hard rule is broken: one person alone can seldom mend that.
MENDING = 500


class Picks:
    """Draws seats of one sitting. Hosts, and those kept together with them, are never taken."""

    def __init__(self, chairs: Chairs, luck: np.random.RandomState) -> None:
        sitting = chairs.sitting
        company = np.bincount(sitting.bond[sitting.present], minlength=len(sitting.bond))[sitting.bond]
        company[-1] = 1
        self.chairs = chairs
        self.luck = luck
        self.free = (sitting.bound < 0) & (company == 1)
        # How many move as one with this person, if they may move and are more than one.
        self.company: Ints = np.where((sitting.bound < 0) & (company > 1), company, 0)
        self.tables: Ints = np.flatnonzero(sitting.most.any(axis=0))
        self.lived = sitting.traits[:, 1].max(axis=0)
        together: list[int] = np.unique(self.company[self.company > 1]).tolist()
        # One more than are kept together: whoever would be left behind alone can come with them.
        self.sizes = sorted({2, *together, *(size + 1 for size in together)})

    def draw(self, *, mending: bool = False) -> tuple[Ints, Ints]:
        """Some tables (U) and the slots (b, U) of one unit of each."""
        tables = self.tables
        if len(tables) > WIDTH:
            tables = np.sort(self.luck.choice(tables, WIDTH, replace=False))
        chance = self.luck.randint(0, 1000, size=2)
        if chance[0] < (MENDING if mending else BLOCKS) and len(self.chairs.at) > 1:
            size = self.sizes[self.luck.randint(0, len(self.sizes))]
            return self._units(tables, min(size, len(self.chairs.at)), lived=chance[1] < 500)
        if chance[1] < LIVED:
            return self._units(tables, 1, lived=True)
        slots = self.luck.randint(0, len(self.chairs.at), size=len(tables))
        free = self.free[self.chairs.at[slots, tables]]
        return tables[free], slots[None, free]

    def _units(self, tables: Ints, size: int, *, lived: bool) -> tuple[Ints, Ints]:
        at = self.chairs.at[:, tables]
        order = self.luck.randint(0, 1 << 20, size=at.shape)
        if lived:
            order -= self.lived[at] * self.luck.randint(0, 1 << 20, size=len(tables))
        order[~self.free[at]] = 1 << 21
        slots = np.argsort(order, axis=0, kind="stable")[:size]
        whole = self.free[at[slots, np.arange(len(tables))]].all(axis=0)
        bonded = (self.company[at] > 1) & (self.company[at] <= size)
        for column in np.flatnonzero(bonded.any(axis=0)) if size > 1 else ():
            if self.luck.randint(0, 2):
                chosen = self._together(at[:, column], np.flatnonzero(bonded[:, column]))
                company = np.argsort(order[:, column], kind="stable")[: size - len(chosen)]
                slots[:, column] = np.concatenate([chosen, company])
                whole[column] = bool(self.free[at[company, column]].all())
        return tables[whole], slots[:, whole]

    def _together(self, people: Ints, slots: Ints) -> Ints:
        """The slots of one whole set of people at a table who are kept together."""
        bond = self.chairs.sitting.bond[people]
        chosen = bond[slots[self.luck.randint(0, len(slots))]]
        return np.flatnonzero(bond == chosen)

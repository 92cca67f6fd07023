"""The search: exchange after exchange, with noise on the costs that dies away, and the best seating kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.instance.values import Plan
from goldenthread.mixing.tables.search.layout import Layout
from goldenthread.mixing.tables.search.limits import Limits
from goldenthread.mixing.tables.search.lower_bound import lower_bound
from goldenthread.mixing.tables.search.picks import WIDTH, Picks
from goldenthread.mixing.tables.search.prices import DEAREST, NEVER
from goldenthread.mixing.tables.search.seating import Chairs, Seating
from goldenthread.mixing.tables.search.tabu_walk import Walk, can_walk, tabu_walk

Ints = NDArray[np.int64]
# Noise is cut out of one long strip of random numbers, which costs nothing.
STRIP = 1 << 18
FINE = 1 << 10


class Search:
    """A seating on its way. `best` is the cheapest so far."""

    def __init__(self, seating: Seating, luck: np.random.RandomState) -> None:
        self.seating = seating
        self.luck = luck
        self.picks = [Picks(chairs, luck) for chairs in seating.chairs]
        self.strip: Ints = luck.randint(0, FINE, size=STRIP + WIDTH * WIDTH)
        self.heat = _heat(seating.layout)
        self.lower_bound = lower_bound(seating.layout)
        self.best = seating.cost
        self.kept = [chairs.at.copy() for chairs in seating.chairs]

    def run(self, limits: Limits, tell: Callable[[Search], bool]) -> None:
        """Exchange until the limits are reached, nothing can be better, or the listener says that it is enough."""
        if not self.picks or tell(self):
            return
        if can_walk(self.seating):
            walk = Walk(self.seating, self.luck)
            tabu_walk(walk, limits, partial(self._walked, walk, tell))
            return
        while self.best > self.lower_bound and limits.go_on(is_broken=self.is_broken):
            picks = self.picks[self.luck.randint(0, len(self.picks))]
            tables, slots = picks.draw(mending=self.seating.cost >= NEVER)
            if len(tables) > 1:
                level = int(self.heat * (1 - limits.share) ** 2)
                self.seating.exchange(picks.chairs, tables, slots, self._noise(len(tables), level))
            if self.seating.cost < self.best:
                self._keep()
            if tell(self):
                return

    @property
    def is_broken(self) -> bool:
        """Whether it is worth a moment more than was given. Where leanings are, no time is to tell of them."""
        return self.best >= NEVER and self.seating.layout.instance.leanings is None

    def _walked(self, walk: Walk, tell: Callable[[Search], bool], cost: int) -> bool:
        if cost * self.seating.layout.prices.repeat < self.best:
            self.best = cost * self.seating.layout.prices.repeat
            for number, kept in enumerate(self.kept):
                kept[:] = walk.seats(number, kept)
        return tell(self)

    def _noise(self, width: int, level: int) -> Ints | None:
        if not level:
            return None
        begin = self.luck.randint(0, STRIP)
        return (self.strip[begin : begin + width * width].reshape(width, width) * level) // FINE

    def _keep(self) -> None:
        self.best = self.seating.cost
        for kept, chairs in zip(self.kept, self.seating.chairs, strict=True):
            kept[:] = chairs.at

    def plan(self) -> Plan:
        """The best so far, with the past as it was."""
        layout = self.seating.layout
        rounds = [*layout.instance.past, *[()] * (layout.instance.rounds - len(layout.instance.past))]
        for kept, chairs in zip(self.kept, self.seating.chairs, strict=True):
            for row, number in enumerate(chairs.sitting.rounds):
                rounds[number] = _round(layout, chairs, kept, row)
        return Plan(tuple(rounds))


def _round(layout: Layout, chairs: Chairs, kept: Ints, row: int) -> tuple[tuple[str, ...], ...]:
    there = chairs.sitting.traits[row, 0]
    people = layout.instance.people
    return tuple(tuple(people[person].id for person in sorted(table.tolist()) if there[person]) for table in kept.T)


def _heat(layout: Layout) -> float:
    """The first noise: small gatherings, where everybody is in everybody's way, need much of it, large ones hardly any.

    People who were told where they sit are not stirred up: there the noise is what one moved seat costs.
    """
    heat = DEAREST * 1.2 * min(1.0, 110 / max(layout.nobody, 1)) ** 2
    return min(heat, layout.prices.churn) if layout.instance.announced else heat

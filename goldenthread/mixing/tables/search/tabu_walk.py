"""Where nothing costs anything but that people meet again, two swap seats at a time: the best swap that is not forbidden.

A tabu walk over swaps of two people of whom one meets somebody again, with restarts, as Dotú and Van Hentenryck
(Scheduling social golfers locally, CPAIOR 2005) have it. Taking one from every table loses to it only there, where the
last repeats are a matter of two people, and those are the tight gatherings of which few seatings are free of repeats.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.search.limits import Limits
from goldenthread.mixing.tables.search.seating import Seating

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
# With more people a walk takes longer than an assignment, which then does as well.
MOST_PEOPLE = 160
# After so many swaps without a better seating (one of these numbers, by chance) everybody sits down anew.
PATIENCE = (1_000, 3_000, 10_000)
# Two who swapped stay for some swaps: at least so many, and at most one of these.
SHORTEST, LONGEST = 2, (12, 20, 40, 60)
# How many of those who meet again are looked at in one step.
WIDTH = 40
FORBIDDEN = 1e9


def can_walk(seating: Seating) -> bool:
    """Whether nothing but meetings costs anything, whoever sits where, and there are people to swap."""
    layout = seating.layout
    if not 1 < layout.nobody <= MOST_PEOPLE or not layout.prices.repeat or (layout.pairs % layout.prices.repeat).any():
        return False
    return all(_is_plain(seating, number) for number in range(len(seating.chairs)))


def _is_plain(seating: Seating, number: int) -> bool:
    chairs = seating.chairs[number]
    sitting = chairs.sitting
    hats_or_newcomers = sitting.traits[:, 1:3].any()
    bonds = (sitting.bound >= 0).any() or (sitting.bond != np.arange(len(sitting.bond))).any()
    sizes = chairs.counts[:, 0]
    in_order = ((sizes == 0) | (sizes >= sitting.least)).all() and (sizes <= sitting.most).all()
    return bool(
        len(sitting.rounds) == 1 and not hats_or_newcomers and not bonds and not sitting.stand.any() and in_order
    )


class Walk:
    """A seating in another dress. `table` is (R, n), -1 who is away; `sits` (n, R, T) the same as zeros and ones."""

    def __init__(self, seating: Seating, luck: np.random.RandomState) -> None:
        self.luck = luck
        self.people = seating.layout.nobody
        self.before: Floats = (seating.layout.pairs[:-1, :-1] // seating.layout.prices.repeat).astype(np.float64)
        self.table: Ints = np.array([_tables(chairs.at, self.people) for chairs in seating.chairs])
        self.tables = seating.chairs[0].at.shape[1]
        # More than WIDTH × MOST_PEOPLE, so that each step cuts its own piece out of it.
        self.noise: Floats = luck.randint(0, 1000, size=1 << 16) / 1024
        self.settle(LONGEST[-1], PATIENCE[1])

    def settle(self, longest: int, patience: int) -> None:
        """Begin from how people sit now."""
        self.longest, self.patience, self.steps, self.since = longest, patience, 0, 0
        self.sits: Floats = (self.table.T[:, :, None] == np.arange(self.tables)).astype(np.float64)
        flat = self.sits.reshape(self.people, -1)
        met = flat @ flat.T
        np.fill_diagonal(met, 0)
        self.met = self.before + met
        self.cost = int((met * (met - 1) / 2 + met * self.before).sum()) // 2
        self.best = self.cost
        self.until: Ints = np.zeros((len(self.table), self.people, self.people), dtype=np.int64)

    def anew(self) -> None:
        """Everybody sits down by chance; tables keep their sizes."""
        for row in self.table:
            here = row >= 0
            row[here] = self.luck.permutation(row[here])
        self.settle(LONGEST[self.luck.randint(0, len(LONGEST))], PATIENCE[self.luck.randint(0, len(PATIENCE))])

    def step(self) -> bool:
        """Make the best swap there is; tell whether the seating is better than ever since people sat down."""
        self.steps += 1
        self.since += 1
        rounds, people, gains = self._swaps()
        if not len(rounds):
            return False
        begin = self.luck.randint(0, len(self.noise) - gains.size)
        noisy = gains + self.noise[begin : begin + gains.size].reshape(gains.shape)
        place, other = divmod(int(noisy.argmin()), self.people)
        if gains[place, other] >= FORBIDDEN:
            return False
        self._swap(int(rounds[place]), int(people[place]), other)
        self.cost += int(gains[place, other])
        if self.cost >= self.best:
            return False
        self.best, self.since = self.cost, 0
        return True

    def _swaps(self) -> tuple[Ints, Ints, Floats]:
        """(c) rounds and people who meet somebody again, and (c, n) what it costs that each swaps with each other."""
        meets = (self.met @ self.sits.reshape(self.people, -1)).reshape(self.sits.shape)
        everyone, number = np.arange(self.people), np.arange(len(self.table))[:, None]
        own = meets[everyone, number, self.table] - (self.sits.sum(axis=0)[number, self.table] - 1)
        own[self.table < 0] = 0
        rounds, people = np.nonzero(own > 0)
        if len(rounds) > WIDTH:
            chosen = self.luck.randint(0, len(rounds), size=WIDTH)
            rounds, people = rounds[chosen], people[chosen]
        theirs, mine = self.table[rounds], self.table[rounds, people][:, None]
        gains = meets[people[:, None], rounds[:, None], theirs] + meets[everyone, rounds[:, None], mine]
        gains -= 2 * self.met[people] + own[rounds] + own[rounds, people][:, None]
        forbidden = (self.until[rounds, people] > self.steps) & (gains + self.cost >= self.best)
        gains[forbidden | (theirs == mine) | (theirs < 0)] = FORBIDDEN
        return rounds, people, gains

    def _swap(self, number: int, one: int, other: int) -> None:
        first, second = int(self.table[number, one]), int(self.table[number, other])
        mine, theirs = self.sits[:, number, first].copy(), self.sits[:, number, second].copy()
        mine[one] = theirs[other] = 0
        for who, change in ((one, theirs - mine), (other, mine - theirs)):
            self.met[who] += change
            self.met[:, who] = self.met[who]
        self.sits[[one, one, other, other], number, [first, second, second, first]] = 0, 1, 0, 1
        self.table[number, one], self.table[number, other] = second, first
        until = self.steps + self.luck.randint(SHORTEST, self.longest)
        self.until[number, one, other] = self.until[number, other, one] = until

    def seats(self, number: int, like: Ints) -> Ints:
        """Who sits where in a sitting, as its chairs `like` these (S, T) have it."""
        at = np.full_like(like, self.people)
        for table in range(self.tables):
            here = np.flatnonzero(self.table[number] == table)
            at[: len(here), table] = here
        return at


def tabu_walk(walk: Walk, limits: Limits, better: Callable[[int], bool]) -> None:
    """Walk until the limits are reached, nobody meets twice, or whoever hears of a better cost says that it is enough."""
    best = walk.cost
    while best > 0 and limits.go_on():
        if walk.step() and walk.cost < best:
            best = walk.cost
        if better(walk.cost):
            return
        if walk.since > walk.patience:
            walk.anew()


def _tables(at: Ints, people: int) -> Ints:
    """(n): at which table each sits, -1 for nowhere."""
    table: Ints = np.full(people + 1, -1, dtype=np.int64)
    table[at] = np.arange(at.shape[1])
    table[people] = -1
    return table[:-1]

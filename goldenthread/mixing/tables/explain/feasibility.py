"""Whether wishes can all be met in one sitting, exactly: a small integer programme for HiGHS, through SciPy.

People whom no wish names are counted, not told apart, so that the programme stays small: one whole number for each kind of
person at each table, and yes-or-no for whoever must sit with, or apart from, somebody. It imports SciPy; ask for it late.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from goldenthread.mixing.tables.explain.wishes import Wish, WishedSitting
from goldenthread.mixing.tables.instance.values import Guest, Table

INFEASIBLE, SOLVED = 2, 0
# Kinds of people times tables. HiGHS looks at the clock too seldom for what is larger than this.
LARGEST = 25_000
Unit = tuple[Guest, ...]


def can_be_done(sitting: WishedSitting, wishes: Iterable[Wish], seconds: float = 1.0) -> bool | None:
    """Whether these wishes can all be met in this sitting. None: not known within the time."""
    programme = _Programme(sitting, tuple(wishes))
    return programme.solve(seconds) if programme.write() else False


@dataclass
class _Programme:
    sitting: WishedSitting
    wishes: tuple[Wish, ...]
    most: list[float] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)
    # How many people, and how many hats, each variable brings to (table, round).
    seated: dict[tuple[int, int], dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    hats: dict[tuple[int, int], dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    # Who must not be the only one: a variable that is positive if they are here, and where.
    waiting: list[tuple[int, tuple[int, int]]] = field(default_factory=list)
    unit_of: dict[str, int] = field(default_factory=dict)
    at: dict[tuple[int, int], int] = field(default_factory=dict)

    def write(self) -> bool:
        """False: the wishes contradict each other so plainly that there is nothing to solve."""
        self.needs = {wish.people[0] for wish in self._of("needs")}
        self.company = {wish.people[0] for wish in self._of("company")}
        self.pinned = defaultdict(set)
        for wish in self._of("hosts"):
            self.pinned[wish.people[0]].add(wish.table)
        units = list(self._units())
        alike: dict[object, list[Unit]] = defaultdict(list)
        apart = {person for wish in self._of("apart") for person in wish.people}
        for number, unit in enumerate(units):
            self.unit_of |= dict.fromkeys((guest.id for guest in unit), number)
            named = len(unit) > 1 or unit[0].id in apart
            alike[number if named else self._look(unit[0])].append(unit)
        # Who hosts has one table to choose from.
        free = sum(not any(guest.id in self.pinned for guest in group[0]) for group in alike.values())
        self.is_large = free * len(self.sitting.tables) > LARGEST
        if self.is_large:
            return True
        if not (all(self._seat(group) for group in alike.values()) and self._keep_apart()):
            return False
        self._sizes()
        self._keep_company()
        return True

    def solve(self, seconds: float) -> bool | None:
        if self.is_large or not self.rows:
            return None if self.is_large else True
        at = [(row, column, value) for row, (terms, _, _) in enumerate(self.rows) for column, value in terms.items()]
        row, column, value = zip(*at, strict=True) if at else ((), (), ())
        matrix = csr_array((value, (row, column)), shape=(len(self.rows), len(self.most)))
        ends = np.array([(low, high) for _, low, high in self.rows])
        found = milp(
            np.zeros(len(self.most)),
            integrality=np.ones(len(self.most), dtype=np.uint8),
            bounds=Bounds(0, np.array(self.most)),
            constraints=LinearConstraint(matrix, ends[:, 0], ends[:, 1]),
            options={"time_limit": max(seconds, 0.0)},
        )
        return True if found.status == SOLVED else False if found.status == INFEASIBLE else None

    def _of(self, kind: str) -> Iterator[Wish]:
        return (wish for wish in self.wishes if wish.kind == kind)

    def _units(self) -> Iterator[Unit]:
        """People who must sit together are one."""
        there = {guest.id: guest for guest in self.sitting.people}
        unit = {person: [guest] for person, guest in there.items()}
        for wish in self._of("together"):
            for one, other in combinations(wish.people, 2):
                if unit[one] is not unit[other] and self.sitting.are_together(there[one], there[other]):
                    unit[one] += unit[other]
                    unit |= {guest.id: unit[one] for guest in unit[other]}
        return (tuple(people) for people in {id(people): people for people in unit.values()}.values())

    def _look(self, guest: Guest) -> object:
        """People of one look can take each other's seats."""
        needs = guest.needs if guest.id in self.needs else frozenset()
        there = tuple(map(guest.is_there, self.sitting.rounds))
        return guest.lived, guest.id in self.company, needs, there, frozenset(self.pinned.get(guest.id, ()))

    def _may_sit(self, unit: Unit, table: Table) -> bool:
        needs = {need for guest in unit if guest.id in self.needs for need in guest.needs}
        pins = {pin for guest in unit for pin in self.pinned.get(guest.id, ())}
        open_ = all(table.is_open(r) for r in self.sitting.rounds if any(guest.is_there(r) for guest in unit))
        return open_ and needs <= table.features and pins <= {table.id}

    def _seat(self, group: list[Unit]) -> bool:
        """Variables for units that are alike; each sits at one table that suits them."""
        unit, rounds = group[0], self.sitting.rounds
        chosen: dict[int, float] = {}
        for number, table in enumerate(self.sitting.tables):
            if not self._may_sit(unit, table):
                continue
            variable = self._variable(len(group))
            chosen[variable] = 1
            self.at[self.unit_of[unit[0].id], number] = variable
            for round_ in rounds:
                there = [guest for guest in unit if guest.is_there(round_)]
                if there:
                    self.seated[number, round_][variable] = len(there)
                    self.hats[number, round_][variable] = sum(guest.lived for guest in there)
                if any(guest.id in self.company for guest in there):
                    self._accompany(variable, (number, round_), len(group))
        self.rows.append((chosen, len(group), len(group)))
        return bool(chosen)

    def _accompany(self, variable: int, place: tuple[int, int], most: int) -> None:
        """Remember whether anybody of these is here, until all hats are counted."""
        here = variable
        if most > 1:
            here = self._variable(1)
            self.rows.append(({variable: 1, here: -most}, -np.inf, 0))
        self.waiting.append((here, place))

    def _keep_apart(self) -> bool:
        there = {guest.id: guest for guest in self.sitting.people}
        for wish in self._of("apart"):
            for one, other in combinations(wish.people, 2):
                if not self.sitting.are_together(there[one], there[other]):
                    continue
                first, second = self.unit_of[one], self.unit_of[other]
                if first == second:
                    return False
                for number in range(len(self.sitting.tables)):
                    both = [self.at[unit, number] for unit in (first, second) if (unit, number) in self.at]
                    if len(both) == 2:
                        self.rows.append((dict.fromkeys(both, 1.0), -np.inf, 1))
        return True

    def _sizes(self) -> None:
        kinds, everybody = {wish.kind for wish in self.wishes}, float(len(self.sitting.people))
        for (number, _), seated in self.seated.items():
            table = self.sitting.tables[number]
            if "most" in kinds:
                self.rows.append((seated, -np.inf, table.max))
            if "least" in kinds and table.min > 1:
                used = self._variable(1)
                self.rows.append((seated | {used: -table.min}, 0, np.inf))
                self.rows.append((seated | {used: -everybody}, -np.inf, 0))

    def _keep_company(self) -> None:
        """Where somebody is who must not be the only one, two hats are."""
        for here, place in self.waiting:
            hats = dict(self.hats[place])
            hats[here] = hats.get(here, 0) - 2
            self.rows.append((hats, 0, np.inf))

    def _variable(self, most: float) -> int:
        self.most.append(most)
        return len(self.most) - 1

"""The draw: a small integer programme, solved to the end, once for each of its two aims.

First, as few people as possible go without anything. Among all draws of which that is true, the one with the best wishes: a
first wish counts six, a second five, and so on. Where two draws are as good, lots decide, drawn from the seed: with the same
wishes and the same seed anybody gets the same draw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack, identity

from goldenthread.mixing.draws.wishing import MOST_WISHES, Hour, Wisher, overlap


@dataclass(frozen=True)
class Drawn:
    """For each person, the hours that they got; and whether it is proven that no draw is better."""

    hours: dict[int, tuple[int, ...]]
    is_proven: bool


@dataclass(frozen=True)
class Chance:
    """That one person might sit in one hour, and how dear it is to them."""

    person: int
    hour: Hour
    worth: int


def draw(hours: Sequence[Hour], wishers: Sequence[Wisher], *, most_each: int, seed: int) -> Drawn:
    """Every wisher stands in the answer, also with nothing."""
    # The order in which they were written down is no turn.
    lots = Random(seed)  # noqa: S311 - it is shown to everybody, so that the draw can be repeated
    people = sorted(wishers, key=lambda wisher: wisher.key)
    lots.shuffle(people)
    chances = list(_chances(hours, people))
    if not chances:
        return Drawn({wisher.key: () for wisher in people}, is_proven=True)
    rules = _rules(chances, people, most_each)
    without, proven = _solve(_with_nothing(len(chances), len(people)), rules)
    fewest = round(without[len(chances) :].sum())
    small = 0.5 / (len(chances) + 1)
    worth = [-(chance.worth + small * lots.random()) for chance in chances]
    best, also_proven = _solve(np.array(worth + [0.0] * len(people)), [*rules, _at_most(fewest, chances, people)])
    hours_of: dict[int, list[int]] = {wisher.key: [] for wisher in people}
    for chance, chosen in zip(chances, best, strict=False):
        if chosen > 0.5:
            hours_of[people[chance.person].key].append(chance.hour.key)
    return Drawn({key: tuple(sorted(got)) for key, got in sorted(hours_of.items())}, proven and also_proven)


def _chances(hours: Sequence[Hour], people: Sequence[Wisher]) -> Iterator[Chance]:
    held: dict[int, list[Hour]] = defaultdict(list)
    for hour in sorted(hours, key=lambda hour: hour.key):
        held[hour.session].append(hour)
    for number, person in enumerate(people):
        for rank, session in enumerate(person.wishes[:MOST_WISHES]):
            for hour in held[session]:
                is_busy = any(overlap((hour.begins, hour.ends), span) for span in person.busy)
                if person.chairs <= hour.chairs and not is_busy:
                    yield Chance(number, hour, MOST_WISHES - rank)


def _rules(chances: Sequence[Chance], people: Sequence[Wisher], most_each: int) -> list[LinearConstraint]:
    """No hour has more people than chairs; each has so many at most, one hour of a session, one place at a time, or nothing."""
    rows: list[tuple[list[int], list[int], float]] = []
    of_hour: dict[Hour, list[int]] = defaultdict(list)
    of_person: dict[int, list[int]] = defaultdict(list)
    for column, chance in enumerate(chances):
        of_hour[chance.hour].append(column)
        of_person[chance.person].append(column)
    for hour, columns in of_hour.items():
        rows.append((columns, [people[chances[column].person].chairs for column in columns], hour.chairs))
    for columns in of_person.values():
        rows.append((columns, [1] * len(columns), most_each))
        rows += [(group, [1] * len(group), 1) for group in _at_once(chances, columns)]
    matrix = _matrix(rows, len(chances))
    at_most = LinearConstraint(hstack([matrix, csr_array((len(rows), len(people)))]), ub=[row[2] for row in rows])
    sits = _matrix(
        [(of_person[number], [1] * len(of_person[number]), 1) for number in range(len(people))], len(chances)
    )
    or_nothing = LinearConstraint(hstack([sits, identity(len(people))]), lb=np.ones(len(people)))
    return [at_most, or_nothing]


def _at_once(chances: Sequence[Chance], columns: Sequence[int]) -> Iterator[list[int]]:
    """Of one person, those of which they can have one only: hours of one session, and what is held as another begins."""
    groups: set[tuple[int, ...]] = set()
    for column in columns:
        hour = chances[column].hour
        same = (other for other in columns if chances[other].hour.session == hour.session)
        meanwhile = (other for other in columns if chances[other].hour.begins <= hour.begins < chances[other].hour.ends)
        groups |= {tuple(same), tuple(meanwhile)}
    yield from (list(group) for group in sorted(groups) if len(group) > 1)


def _matrix(rows: Sequence[tuple[list[int], list[int], float]], width: int) -> csr_array:
    starts = np.cumsum([0, *(len(columns) for columns, _weights, _most in rows)])
    columns = [column for columns, _weights, _most in rows for column in columns]
    weights = [float(weight) for _columns, weights, _most in rows for weight in weights]
    return csr_array((weights, columns, starts), shape=(len(rows), width))


def _with_nothing(chances: int, people: int) -> np.ndarray:
    return np.concatenate([np.zeros(chances), np.ones(people)])


def _at_most(fewest: int, chances: Sequence[Chance], people: Sequence[Wisher]) -> LinearConstraint:
    return LinearConstraint(_with_nothing(len(chances), len(people)), ub=fewest)


def _solve(costs: np.ndarray, rules: Sequence[LinearConstraint]) -> tuple[np.ndarray, bool]:
    """Without a clock: a draw that stopped after so many seconds would be another on another machine."""
    answer = milp(
        costs,
        integrality=np.ones(len(costs), dtype=int),
        bounds=Bounds(0, 1),
        constraints=rules,
        options={"mip_rel_gap": 0},
    )
    # There always is an answer: that everybody has nothing.
    return np.asarray(answer.x), answer.status == 0

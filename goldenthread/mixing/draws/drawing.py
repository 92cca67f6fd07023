"""The draw: a small integer programme, solved to the end, once for each of its two aims.

First, of those who wished for enough, as few as possible go without anything. Among all draws of which that is true, the one
with the best wishes: a first wish counts six, a second five, and so on. Where two draws are as good, lots decide, drawn from the
seed: with the same wishes and the same seed anybody gets the same draw.

Nobody gets further by leaving wishes out. A list that is short is filled up with what others like best, and the draw is held with
these lists, so that whoever wishes for one thing alone has the same lot for it as whoever names more. What was drawn for somebody
who did not wish for it is not given to them: it is drawn once more among the others, of whom nobody gets less than before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack, identity

from goldenthread.mixing.draws.wishing import MOST_WISHES, Hour, Wisher, best_liked, filled_up, is_enough, overlap


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
    # In place of a wish that they left out: drawn with the others, and not given to them.
    is_filled_up: bool = False


def draw(hours: Sequence[Hour], wishers: Sequence[Wisher], *, most_each: int, seed: int) -> Drawn:
    """Every wisher stands in the answer, also with nothing."""
    # The order in which they were written down is no turn.
    lots = Random(seed)  # noqa: S311 - it is shown to everybody, so that the draw can be repeated
    people = sorted(wishers, key=lambda wisher: wisher.key)
    lots.shuffle(people)
    chances = list(_chances(hours, people))
    got, proven = _draw_once(chances, people, [_something(chances, people, _sessions(hours))], most_each, lots)
    if any(chance.is_filled_up for chance in chances):
        own = [chance for chance in chances if not chance.is_filled_up]
        at_least = [_something(own, people), *_no_less(own, people, got)]
        got, also_proven = _draw_once(own, people, at_least, most_each, lots)
        proven = proven and also_proven
    hours_of: dict[int, list[int]] = {wisher.key: [] for wisher in people}
    for chance in got:
        hours_of[people[chance.person].key].append(chance.hour.key)
    return Drawn({key: tuple(sorted(keys)) for key, keys in sorted(hours_of.items())}, proven)


def _draw_once(
    chances: Sequence[Chance], people: Sequence[Wisher], also: Sequence[LinearConstraint], most_each: int, lots: Random
) -> tuple[list[Chance], bool]:
    """As few with nothing as can be, then the best wishes, then lots."""
    if not chances:
        return [], True
    rules = [_rules(chances, people, most_each), *also]
    without, proven = _solve(_with_nothing(len(chances), len(people)), rules)
    fewest = round(without[len(chances) :].sum())
    small = 0.5 / (len(chances) + 1)
    worth = [-(chance.worth + small * lots.random()) for chance in chances]
    best, also_proven = _solve(np.array(worth + [0.0] * len(people)), [*rules, _at_most(fewest, chances, people)])
    chosen = [chance for chance, is_chosen in zip(chances, best, strict=False) if is_chosen > 0.5]
    return chosen, proven and also_proven


def _sessions(hours: Sequence[Hour]) -> int:
    return len({hour.session for hour in hours})


def _chances(hours: Sequence[Hour], people: Sequence[Wisher]) -> Iterator[Chance]:
    held: dict[int, list[Hour]] = defaultdict(list)
    for hour in sorted(hours, key=lambda hour: hour.key):
        held[hour.session].append(hour)
    liked = best_liked(people, held)
    for number, person in enumerate(people):
        own = len(person.wishes)
        for rank, session in enumerate(filled_up(person, liked)):
            for hour in held[session]:
                is_busy = any(overlap((hour.begins, hour.ends), span) for span in person.busy)
                if person.chairs <= hour.chairs and not is_busy:
                    yield Chance(number, hour, MOST_WISHES - rank, is_filled_up=rank >= own)


def _rules(chances: Sequence[Chance], people: Sequence[Wisher], most_each: int) -> LinearConstraint:
    """No hour has more people than chairs; each has so many at most, one hour of a session, one place at a time."""
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
    return LinearConstraint(hstack([matrix, csr_array((len(rows), len(people)))]), ub=[row[2] for row in rows])


def _something(chances: Sequence[Chance], people: Sequence[Wisher], sessions: int = 0) -> LinearConstraint:
    """Each has something or nothing. For who wished for too few of these sessions, what their list is filled up with counts, too."""
    counts: list[list[int]] = [[] for _person in people]
    for column, chance in enumerate(chances):
        if not chance.is_filled_up or not is_enough(people[chance.person], sessions):
            counts[chance.person].append(column)
    sits = _matrix([(columns, [1] * len(columns), 1) for columns in counts], len(chances))
    return LinearConstraint(hstack([sits, identity(len(people))]), lb=np.ones(len(people)))


def _no_less(chances: Sequence[Chance], people: Sequence[Wisher], got: Sequence[Chance]) -> list[LinearConstraint]:
    """For each wish that somebody was drawn, they have as many afterwards that are as dear to them or dearer."""
    rows: list[tuple[list[int], list[int], float]] = []
    of_person: dict[int, list[int]] = defaultdict(list)
    drawn: dict[int, list[int]] = defaultdict(list)
    for column, chance in enumerate(chances):
        of_person[chance.person].append(column)
    for chance in got:
        drawn[chance.person] += [] if chance.is_filled_up else [chance.worth]
    for person, worths in drawn.items():
        for number, worth in enumerate(sorted(worths, reverse=True), 1):
            as_dear = [column for column in of_person[person] if chances[column].worth >= worth]
            rows.append((as_dear, [1] * len(as_dear), number))
    if not rows:
        return []
    matrix = hstack([_matrix(rows, len(chances)), csr_array((len(rows), len(people)))])
    return [LinearConstraint(matrix, lb=[row[2] for row in rows])]


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

"""What no plan whatever can do better, by counting. Each bound holds for every plan; none looks at a wish to sit apart.

A pair that meets m times makes C(m,2) repeats, which is the number of pairs of rounds in which it meets. So:
(1) all meetings, spread as evenly as can be over all pairs that could meet, make so many repeats at least;
(2) the people of two rounds, spread over all pairs of tables, make so many at least (for p > g this begins in round 2).
Source: the counting bound w <= (N-1)/(p-1) of the social golfer problem, and the pigeonhole, both for unequal tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations

from goldenthread.mixing.tables.instance.values import Instance

Present = frozenset[int]


def least_repeats(instance: Instance) -> int:
    """No plan has fewer repeats (sum of C(m,2) over pairs, those who always sit together left out)."""
    there = Counter(_rounds(instance, guest.present) for guest in instance.people)
    couples = Counter(_couples(instance))
    rounds = range(instance.rounds)
    tables = [_tables(instance, there, round_) for round_ in rounds]
    meetings = sum(
        max(0, evenly(_count(there, {one}.issubset), tables[one]) - _count(couples, {one}.issubset)) for one in rounds
    )
    twice = sum(
        max(0, evenly(_count(there, {a, b}.issubset), tables[a] * tables[b]) - _count(couples, {a, b}.issubset))
        for a, b in combinations(rounds, 2)
    )
    strangers = _could_meet(there) - _count(couples, bool)
    return max(twice, evenly(meetings, strangers) if strangers > 0 else 0)


def most_rounds_without_repeats(people: int, tables: int) -> int | None:
    """In how many rounds so many people at so many tables can meet only new faces. None: in any number of them."""
    each = evenly(people, tables)
    if tables < people and -(-people // tables) > tables:
        return 1
    return pairs(people) // each if each else None


def evenly(people: int, tables: int) -> int:
    """The fewest pairs at one table, when so many people sit at so many tables."""
    if tables <= 0:
        return pairs(people)
    few, more = divmod(people, tables)
    return more * pairs(few + 1) + (tables - more) * pairs(few)


def pairs(people: int) -> int:
    return people * (people - 1) // 2


def _rounds(instance: Instance, present: Present | None) -> Present:
    return frozenset(range(instance.rounds)) if present is None else present & frozenset(range(instance.rounds))


def _couples(instance: Instance) -> list[Present]:
    """The rounds that each pair spends together by wish."""
    present = {guest.id: _rounds(instance, guest.present) for guest in instance.people}
    couples = {frozenset(couple) for one in instance.together for couple in combinations(one, 2)}
    return [present[one] & present[other] for one, other in couples]


def _count(there: Counter[Present], of: Callable[[Present], bool]) -> int:
    return sum(number for present, number in there.items() if of(present))


def _could_meet(there: Counter[Present]) -> int:
    alike = sum(pairs(number) for present, number in there.items() if present)
    return alike + sum(there[one] * there[other] for one, other in combinations(there, 2) if one & other)


def _tables(instance: Instance, there: Counter[Present], round_: int) -> int:
    """How many tables can be in use at most."""
    least = sorted(max(1, table.min) for table in instance.tables if table.is_open(round_))
    people, used = _count(there, {round_}.issubset), 0
    while used < len(least) and sum(least[: used + 1]) <= people:
        used += 1
    return max(1, used)

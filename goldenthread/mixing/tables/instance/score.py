"""What a plan costs, counted exactly as the independent checker counts; plain Python, so that reading needs no NumPy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from math import log2

from goldenthread.mixing.tables.instance.faults import faults
from goldenthread.mixing.tables.instance.seated import by_id, seated
from goldenthread.mixing.tables.instance.spread import spread
from goldenthread.mixing.tables.instance.values import KINDS, Instance, Plan, Tally, Tie

HARD = 10**6
Pair = frozenset[str]


def tally(instance: Instance, plan: Plan) -> Tally:
    kept = {frozenset(pair) for group in instance.together for pair in combinations(group, 2)}
    met = _meetings(instance, plan, kept)
    faces = _new_faces(plan, met)
    spreads = {kind: spread(instance, plan, kind) for kind in KINDS}
    hard = sum(faults(instance, plan).values())
    repeats = sum(times * (times - 1) // 2 for times in met.values())
    tie_cost = _tie_cost(instance.ties, met)
    orphans = _orphans(instance, plan)
    weights = instance.weights
    soft = weights.repeat * repeats + weights.tie * tie_cost + weights.orphan * orphans
    return Tally(
        hard=hard,
        repeats=repeats,
        tie_cost=tie_cost,
        orphans=orphans,
        spread=spreads,
        fewest_new_faces=min(faces) if faces else None,
        usual_new_faces=sum(faces) / len(faces) if faces else None,
        moved=moved(instance, plan),
        score=HARD * hard + soft + sum(weights.of_kind(kind) * spreads[kind].above for kind in KINDS),
    )


def _meetings(instance: Instance, plan: Plan, kept: set[Pair]) -> Counter[Pair]:
    """How often each two people share a table, but for those who are kept together."""
    guests = by_id(instance)
    met: Counter[Pair] = Counter()
    for round_ in plan.rounds:
        for people in seated(guests, round_):
            met.update(map(frozenset, combinations((guest.id for guest in people), 2)))
    for pair in kept:
        met.pop(pair, None)
    return met


def _new_faces(plan: Plan, met: Counter[Pair]) -> list[float]:
    """For each person the share of different faces among all the seats beside them."""
    different = Counter(person for pair in met for person in pair)
    beside: Counter[str] = Counter()
    for round_ in plan.rounds:
        for people in round_:
            beside.update(dict.fromkeys(people, len(people) - 1))
    return sorted(different[person] / seats for person, seats in beside.items() if seats)


def _tie_cost(ties: Iterable[Tie], met: Counter[Pair]) -> float:
    counts = {frozenset((tie.one, tie.other)): tie.count for tie in ties}
    return sum(met[pair] * (1 + log2(count)) for pair, count in counts.items() if pair in met)


def _orphans(instance: Instance, plan: Plan) -> int:
    """Tables at which a newcomer sits and nobody who knows the practice."""
    guests = by_id(instance)
    tables = (people for round_ in plan.rounds for people in seated(guests, round_))
    return sum(
        any(guest.familiar is False for guest in people) and not any(guest.familiar for guest in people)
        for people in tables
    )


def moved(instance: Instance, plan: Plan) -> int:
    """Seats in rounds to come that are not as they were announced, of people who are there."""
    return sum(_moved(instance, plan, number) for number in range(len(instance.past), len(instance.announced)))


def _moved(instance: Instance, plan: Plan, number: int) -> int:
    if number >= len(plan.rounds):
        return 0
    at = {person: table for table, people in enumerate(plan.rounds[number]) for person in people}
    announced = {person: table for table, people in enumerate(instance.announced[number]) for person in people}
    return sum(person in at and at[person] != table for person, table in announced.items())

"""What must not be, and how often a plan has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from goldenthread.mixing.tables.instance.seated import by_id, seated
from goldenthread.mixing.tables.instance.values import Guest, Instance, Plan, Round, Table

# A table that the instance does not know takes as many as the independent checker lets it take.
UNKNOWN = Table(id="?", min=1, max=99)


def faults(instance: Instance, plan: Plan, first: int = 0) -> Counter[str]:
    """How often each hard rule is broken, in the rounds from `first` on, by the names that the independent checker uses."""
    guests = by_id(instance)
    found: Counter[str] = Counter()
    found["round-count"] += len(plan.rounds) != instance.rounds
    for number, round_ in enumerate(plan.rounds[first:], first):
        tables = seated(guests, round_)
        at = {guest.id: table for table, people in enumerate(tables) for guest in people}
        found["table-count"] += len(round_) > len(instance.tables)
        found.update(_seats(guests, round_, number))
        found["unseated"] += sum(guest.is_there(number) and guest.id not in at for guest in instance.people)
        for people, raw, table in zip(tables, round_, _tables(instance, round_), strict=True):
            found.update(_at_table(people, len(raw), table, number))
        found.update(_company(instance, at))
        found["host-away"] += _hosts_away(instance, guests, at, number)
    return +found


def _tables(instance: Instance, round_: Round) -> list[Table]:
    known = instance.tables[: len(round_)]
    return [*known, *[UNKNOWN] * (len(round_) - len(known))]


def _seats(guests: Mapping[str, Guest], round_: Round, number: int) -> Iterator[str]:
    seen: set[str] = set()
    for person in (person for people in round_ for person in people):
        if person not in guests:
            yield "unknown-id"
        elif person in seen:
            yield "double-seat"
        elif not guests[person].is_there(number):
            yield "absent-seated"
        if person in guests:
            seen.add(person)


def _at_table(people: list[Guest], size: int, table: Table, number: int) -> Iterator[str]:
    if size and not table.is_open(number):
        yield "table-closed"
    if 0 < size < table.min:
        yield "under-size"
    if size > table.max:
        yield "over-size"
    for guest in people:
        yield from ["access-need"] * len(guest.needs - table.features)
    if sum(guest.lived for guest in people) == 1:
        yield "lived-alone"


def _company(instance: Instance, at: Mapping[str, int]) -> Iterator[str]:
    for group in instance.apart:
        for one, other in combinations(group, 2):
            if one in at and at.get(other) == at[one]:
                yield "apart"
    for group in instance.together:
        for one, other in combinations(group, 2):
            if one in at and other in at and at[one] != at[other]:
                yield "together"


def _hosts_away(instance: Instance, guests: Mapping[str, Guest], at: Mapping[str, int], number: int) -> int:
    tables = {table.id: place for place, table in enumerate(instance.tables)}
    return sum(
        host.hosts(number)
        and host.person in guests
        and guests[host.person].is_there(number)
        and at.get(host.person, -1) != tables.get(host.table, -2)
        for host in instance.hosts
    )

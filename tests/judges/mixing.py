"""A judge of seating plans, written from the definitions in docs/mixing.md. It shares no code with the mixer.

It reads an instance as its JSON stands, and a plan as lists of ids: rounds, tables in the instance's order, people. Whoever is
named twice in a round sits where they were named first; whoever is not known is nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2
from typing import Any

Plan = Sequence[Sequence[Sequence[str]]]
Pair = tuple[str, str]
# A table too many has room for a crowd and offers nothing.
STRANGE: dict[str, Any] = {"id": "?", "max": 99}
WEIGHTS = {"repeat": 20, "tie": 10, "orphan": 10, "sector": 1}
FAULT = 1_000_000


@dataclass(frozen=True)
class Verdict:
    """`faults` counts what must not be, by its name; the others count what should be little."""

    faults: Counter[str]
    repeats: int
    tie_cost: float
    orphans: int
    sector_pairs: int
    sector_least: int
    sector_mix: float
    score: float

    @property
    def hard(self) -> int:
        return self.faults.total()


@dataclass(frozen=True)
class Seat:
    person: dict[str, Any]
    table: int


def judged(instance: dict[str, Any], plan: Plan) -> Verdict:
    faults = Counter("round-count" for _ in range(len(plan) != instance["rounds"]))
    seatings = [_seated(instance, tables) for tables in plan]
    for number, (tables, seats) in enumerate(zip(plan, seatings, strict=True)):
        faults.update(_at_tables(instance, number, tables, seats))
        faults.update(_of_people(instance, number, tables, seats))
        faults.update(_of_pairs(instance, seats))
    met = Counter(pair for seats in seatings for pair in _meetings(seats))
    for pair in _pairs(instance, "together"):
        met.pop(pair, None)
    repeats = sum(times * (times - 1) // 2 for times in met.values())
    tie_cost = sum(met[pair] * (1 + log2(count)) for pair, count in _ties(instance).items())
    orphans = sum(map(_is_orphan, (people for seats in seatings for people in _companies(seats).values())))
    sectors = list(map(_sectors, plan, seatings))
    alike, least = sum(pairs for pairs, _, _ in sectors), sum(fewest for _, fewest, _ in sectors)
    chance = sum(by_chance for _, _, by_chance in sectors)
    weights = WEIGHTS | instance.get("weights", {})
    soft = {"repeat": repeats, "tie": tie_cost, "orphan": orphans, "sector": alike - least}
    score = FAULT * faults.total() + sum(weights[name] * amount for name, amount in soft.items())
    mix = 1 - (alike - least) / (chance - least) if chance > least else 1.0
    return Verdict(faults, repeats, tie_cost, orphans, alike, least, mix, score)


def golfers(tables: int, size: int, rounds: int) -> dict[str, Any]:
    """The social golfer problem: full tables, and nothing else to mind."""
    return {
        "rounds": rounds,
        "people": [{"id": f"p{number}"} for number in range(tables * size)],
        "tables": [{"id": f"t{number}", "min": size, "max": size} for number in range(tables)],
    }


def _seated(instance: dict[str, Any], tables: Sequence[Sequence[str]]) -> dict[str, Seat]:
    known = {person["id"]: person for person in instance["people"]}
    seats: dict[str, Seat] = {}
    for number, people in enumerate(tables):
        seats |= {name: Seat(known[name], number) for name in people if name in known and name not in seats}
    return seats


def _companies(seats: dict[str, Seat]) -> dict[int, list[dict[str, Any]]]:
    """Who really sits at each table."""
    companies: dict[int, list[dict[str, Any]]] = {}
    for seat in seats.values():
        companies.setdefault(seat.table, []).append(seat.person)
    return companies


def _at_tables(
    instance: dict[str, Any], number: int, tables: Sequence[Sequence[str]], seats: dict[str, Seat]
) -> Iterator[str]:
    if len(tables) > len(instance["tables"]):
        yield "table-count"
    companies = _companies(seats)
    for at, names in enumerate(tables):
        table = instance["tables"][at] if at < len(instance["tables"]) else STRANGE
        if names and number not in table.get("open", [number]):
            yield "table-closed"
        if 0 < len(names) < table.get("min", 1):
            yield "under-size"
        if len(names) > table.get("max", len(names)):
            yield "over-size"
        for person in companies.get(at, []):
            yield from ("access-need" for need in person.get("needs", []) if need not in table.get("features", []))
        if [bool(person.get("lived")) for person in companies.get(at, [])].count(True) == 1:
            yield "lived-alone"


def _of_people(
    instance: dict[str, Any], number: int, tables: Sequence[Sequence[str]], seats: dict[str, Seat]
) -> Iterator[str]:
    known = {person["id"] for person in instance["people"]}
    there = {person["id"] for person in instance["people"] if number in person.get("present", [number])}
    mentions = Counter(name for people in tables for name in people)
    yield from ("unknown-id" for name, times in mentions.items() if name not in known for _ in range(times))
    yield from ("double-seat" for name, times in mentions.items() if name in known for _ in range(times - 1))
    yield from ("absent-seated" for name in seats if name not in there)
    yield from ("unseated" for name in there if name not in seats)
    places = [table["id"] for table in instance["tables"]]
    for host in instance.get("hosts", []):
        is_hosting = number in host.get("rounds", [number]) and host["person"] in there
        sits = seats.get(host["person"])
        if is_hosting and (sits is None or sits.table != places.index(host["table"])):
            yield "host-away"


def _of_pairs(instance: dict[str, Any], seats: dict[str, Seat]) -> Iterator[str]:
    tables = {name: seat.table for name, seat in seats.items()}
    for wish, is_broken in (("apart", int.__eq__), ("together", int.__ne__)):
        for one, other in (pair[:2] for pair in instance.get(wish, [])):
            if one in tables and other in tables and is_broken(tables[one], tables[other]):
                yield wish


def _meetings(seats: dict[str, Seat]) -> Iterator[Pair]:
    for people in _companies(seats).values():
        yield from combinations(sorted(person["id"] for person in people), 2)


def _pairs(instance: dict[str, Any], wish: str) -> Iterator[Pair]:
    for one, other, *_ in instance.get(wish, []):
        yield min(one, other), max(one, other)


def _ties(instance: dict[str, Any]) -> dict[Pair, int]:
    """The last word about two people counts."""
    counts = [tie[2] if len(tie) > 2 else 1 for tie in instance.get("ties", [])]
    return dict(zip(_pairs(instance, "ties"), counts, strict=True))


def _is_orphan(people: list[dict[str, Any]]) -> bool:
    """A newcomer sits here, and nobody who knows the practice."""
    familiar = [person.get("familiar") for person in people]
    return False in familiar and True not in familiar


def _sectors(tables: Sequence[Sequence[str]], seats: dict[str, Seat]) -> tuple[int, int, float]:
    """Pairs of one sector at one table: as they are, as few as could be, and as many as chance would make."""
    sectors_by_table = [
        [person["sector"] for person in people if person.get("sector")] for people in _companies(seats).values()
    ]
    alike = sum(one == other for sectors in sectors_by_table for one, other in combinations(sectors, 2))
    sizes = [len(names) for names in tables if names]
    least, chance = 0, 0.0
    everybody = Counter(sector for sectors in sectors_by_table for sector in sectors)
    for count in everybody.values():
        # Dealt out one by one, the next always to a table that has fewest.
        least += sum(number // len(sizes) for number in range(count))
        if everybody.total() > 1:
            pairs = everybody.total() * (everybody.total() - 1)
            chance += count * (count - 1) / pairs * sum(size * (size - 1) // 2 for size in sizes)
    return alike, least, chance

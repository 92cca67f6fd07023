"""The same plan as lists: of a table's people, of a person's tables. They say where, and never why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldenthread.mixing.sheet.columns import bare
from goldenthread.mixing.sheet.names import short
from goldenthread.mixing.tables.instance.values import Instance, Plan

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything that is printed. `tables` pairs each table with its people, round by round; `people` and `slips` pair each
    person with their table, round by round (empty: they sit out)."""

    title: str
    rounds: int
    tables: tuple[tuple[str, tuple[Names, ...]], ...]
    people: tuple[tuple[str, Names], ...]
    slips: tuple[tuple[str, Names], ...]
    paper: str = "a4"


def lists(instance: Instance, plan: Plan, title: str, paper: str = "a4") -> Lists:
    at = {person: [""] * len(plan.rounds) for person in _by_name(guest.id for guest in instance.people)}
    for round_, table, person in plan.seats():
        at[person][round_] = instance.tables[table].id
    tables = (
        (table.id, tuple(tuple(_by_name(round_[number])) for round_ in plan.rounds))
        for number, table in enumerate(instance.tables)
    )
    people = tuple((person, tuple(where)) for person, where in at.items())
    slips = tuple(zip(short([person for person, _ in people]), (where for _, where in people), strict=True))
    return Lists(title, len(plan.rounds), tuple(table for table in tables if any(table[1])), people, slips, paper)


def rows(plan: Lists, kept: Mapping[str, Mapping[str, str]]) -> list[list[str]]:
    """For a spreadsheet: one line per person, with the columns that were not ours, and where they sit."""
    others = list(next(iter(kept.values()), {}))
    headings = ["Name", *others, *(f"Round {number}" for number in range(1, plan.rounds + 1))]
    return [
        headings,
        *([person, *(kept.get(person, {}).get(o, "") for o in others), *where] for person, where in plan.people),
    ]


def table_rows(plan: Lists) -> list[list[str]]:
    """For a second sheet: one line per table."""
    lines = [
        [table, str(number), str(len(people)), ", ".join(people)]
        for table, rounds in plan.tables
        for number, people in enumerate(rounds, start=1)
    ]
    return [["Table", "Round", "Seats", "People"], *lines]


def _by_name(people: Iterable[str]) -> list[str]:
    """Ó stands with O, and small letters with large ones."""
    return sorted(people, key=lambda name: (bare(name), name))

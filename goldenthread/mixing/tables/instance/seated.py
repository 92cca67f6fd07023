"""The people who sit at the tables of one round: those who are known, each once, where they were named first."""

from __future__ import annotations

from collections.abc import Mapping

from goldenthread.mixing.tables.instance.values import Guest, Instance, Round


def by_id(instance: Instance) -> dict[str, Guest]:
    return {guest.id: guest for guest in instance.people}


def seated(guests: Mapping[str, Guest], round_: Round) -> list[list[Guest]]:
    """For each table the guests there."""
    seen: set[str] = set()
    tables: list[list[Guest]] = []
    for people in round_:
        tables.append([guests[p] for p in dict.fromkeys(people) if p in guests and p not in seen])
        seen.update(people)
    return tables

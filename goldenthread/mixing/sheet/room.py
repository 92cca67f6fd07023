"""The room as a facilitator says it: so many rounds, tables of so many, and what some tables offer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goldenthread.kit.cells import Unreadable
from goldenthread.mixing.sheet.cell_values import needs
from goldenthread.mixing.tables.instance.values import Guest, Table


@dataclass(frozen=True, slots=True)
class Room:
    rounds: int
    size: int
    tables: int | None = None
    # What is offered, and at which tables (counted from 1). Empty: nobody said, so every table suits everybody.
    features: dict[str, frozenset[int]] = field(default_factory=dict)


def tables(room: Room, guests: Sequence[Guest]) -> tuple[Table, ...]:
    """As many tables as are needed for the fullest round, of sizes as equal as the fewest people allow."""
    there = [sum(guest.is_there(round_) for guest in guests) for round_ in range(room.rounds)]
    number = room.tables or max(1, -(-max(there) // room.size))
    most = max(room.size, -(-max(there) // number)) if room.tables else room.size
    fewest = min((people for people in there if people), default=1)
    every = frozenset(need for guest in guests for need in guest.needs)
    return tuple(
        Table(f"Table {at}", max(1, min(fewest // number, most) - 1), most, _features(room, at, every))
        for at in range(1, number + 1)
    )


def features(text: str) -> dict[str, frozenset[int]]:
    """`step-free: 1, 2; hearing loop: 3`."""
    offered: dict[str, frozenset[int]] = {}
    for part in filter(None, map(str.strip, text.split(";"))):
        what, _, numbers = part.partition(":")
        found = re.findall(r"\d+", numbers)
        if not needs(what) or not found:
            raise Unreadable(f"--features “{part}” should say what is offered, and at which tables: step-free: 1, 2.")
        offered |= dict.fromkeys(needs(what), frozenset(map(int, found)))
    return offered


def _features(room: Room, number: int, every: frozenset[str]) -> frozenset[str]:
    if not room.features:
        return every
    return frozenset(what for what, where in room.features.items() if number in where)

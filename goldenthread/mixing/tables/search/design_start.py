"""A first seating taken from a repeat-free design, when nothing binds people to tables or to one another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.instance.values import KINDS, Instance
from goldenthread.mixing.tables.search.layout import Layout
from goldenthread.mixing.tables.search.progress import Start
from goldenthread.mixing.tables.search.seating import Seating

Ints = NDArray[np.int64]
# A design knows no kinds. Where one of them weighs more than this part of a repeat, it would only be a trap to climb out of.
TRAP = 4


def design_for(layout: Layout, start: Start) -> Ints | None:
    """(rounds, tables, size) people's numbers, -1 for an empty chair; None when no design fits, or something binds."""
    instance = layout.instance
    if max(layout.prices.kinds.values()) * TRAP > layout.prices.repeat and _tells_a_kind(instance):
        return None
    if instance.hosts or instance.together or instance.home or instance.past or instance.announced:
        return None
    open_tables = [np.flatnonzero(sitting.most.any(axis=0)) for sitting in layout.sittings]
    fewest = min((len(tables) for tables in open_tables), default=0)
    if not fewest:
        return None
    roomiest = max(-(-int(sitting.present.sum()) // fewest) for sitting in layout.sittings)
    if any(
        (sitting.most[:, tables] < roomiest).any() for sitting, tables in zip(layout.sittings, open_tables, strict=True)
    ):
        return None
    found = start(fewest, roomiest, instance.rounds)
    if found is None or np.asarray(found).max() + 1 < layout.nobody:
        return None
    return np.asarray(found, dtype=np.int64)


def _tells_a_kind(instance: Instance) -> bool:
    return any(getattr(guest, kind) for guest in instance.people for kind in KINDS)


def seat_by_design(seating: Seating, design: Ints) -> None:
    """Who is not there leaves an empty chair, and a design stays repeat-free."""
    for chairs, tables in zip(seating.chairs, design, strict=True):
        present = chairs.sitting.present
        usable = np.flatnonzero(chairs.sitting.most.any(axis=0))
        for chair in tables.T:
            seated = (chair >= 0) & (chair < seating.layout.nobody)
            seated[seated] = present[chair[seated]]
            if seated.any():
                at = usable[: len(chair)][seated]
                seating.join(chairs, chair[None, seated], at, just_there=True)

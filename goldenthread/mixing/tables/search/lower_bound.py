"""The cost below which no seating can be: at it, the search may stop."""

from __future__ import annotations

from collections import Counter

from goldenthread.mixing.tables.instance.sectors import fewest_pairs
from goldenthread.mixing.tables.search.layout import Layout
from goldenthread.mixing.tables.search.prices import DEAR
from goldenthread.mixing.tables.search.sitting import Sitting


def lower_bound(layout: Layout) -> int:
    """Sectors spread as evenly as whole people allow over all tables in use, and nothing else amiss."""
    spread = layout.prices.sector * sum(_fewest(layout, sitting) for sitting in layout.sittings)
    return spread - DEAR * sum(_beside(layout, sitting) for sitting in layout.sittings)


def _beside(layout: Layout, sitting: Sitting) -> int:
    """How often those who would rather sit together could."""
    leanings = layout.instance.leanings
    present = {guest.id: guest.is_there for guest in layout.instance.people}
    couples = leanings.beside if leanings else ()
    return sum(all(present[person](number) for person in couple) for couple in couples for number in sitting.rounds)


def _fewest(layout: Layout, sitting: Sitting) -> int:
    tables = int(sitting.most.any(axis=0).sum())
    fewest = 0
    for there in sitting.traits[:, 0, :-1]:
        sectors = Counter(g.sector for g, here in zip(layout.instance.people, there, strict=True) if here and g.sector)
        fewest += sum(fewest_pairs(count, tables) for count in sectors.values())
    return fewest

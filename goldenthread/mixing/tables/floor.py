"""The cost below which no seating can be: at it, the search may stop."""

from __future__ import annotations

from collections import Counter

from goldenthread.mixing.tables.layout import Layout
from goldenthread.mixing.tables.sectors import fewest_pairs
from goldenthread.mixing.tables.sitting import Sitting


def floor(layout: Layout) -> int:
    """Sectors spread as evenly as whole people allow over all tables in use, and nothing else amiss."""
    return layout.prices.sector * sum(_fewest(layout, sitting) for sitting in layout.sittings)


def _fewest(layout: Layout, sitting: Sitting) -> int:
    tables = int(sitting.most.any(axis=0).sum())
    fewest = 0
    for there in sitting.traits[:, 0, :-1]:
        sectors = Counter(g.sector for g, here in zip(layout.instance.people, there, strict=True) if here and g.sector)
        fewest += sum(fewest_pairs(count, tables) for count in sectors.values())
    return fewest

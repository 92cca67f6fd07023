"""The cost below which no seating can be: at it, the search may stop."""

from __future__ import annotations

from collections import Counter

from goldenthread.mixing.tables.instance.spread import fewest_pairs
from goldenthread.mixing.tables.search.layout import Layout
from goldenthread.mixing.tables.search.prices import DEAR
from goldenthread.mixing.tables.search.sitting import Sitting


def lower_bound(layout: Layout) -> int:
    """Every kind spread as evenly as whole people allow over all tables in use, and nothing else amiss."""
    prices = layout.prices.kinds.items()
    spread = sum(price * _fewest(layout, sitting, kind) for kind, price in prices for sitting in layout.sittings)
    return spread - DEAR * sum(_beside(layout, sitting) for sitting in layout.sittings)


def _beside(layout: Layout, sitting: Sitting) -> int:
    """How often those who would rather sit together could."""
    leanings = layout.instance.leanings
    present = {guest.id: guest.is_there for guest in layout.instance.people}
    couples = leanings.beside if leanings else ()
    return sum(all(present[person](number) for person in couple) for couple in couples for number in sitting.rounds)


def _fewest(layout: Layout, sitting: Sitting, kind: str) -> int:
    tables = int(sitting.most.any(axis=0).sum())
    words = [getattr(guest, kind) for guest in layout.instance.people]
    fewest = 0
    for there in sitting.traits[:, 0, :-1]:
        alike = Counter(word for word, is_there in zip(words, there, strict=True) if is_there and word)
        fewest += sum(fewest_pairs(count, tables) for count in alike.values())
    return fewest

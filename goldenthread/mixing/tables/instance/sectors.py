"""How evenly sectors are spread: pairs of one sector at a table, against the fewest there can be and against chance.

The measure is the pair form of the maximally diverse grouping problem; the bound is attained when every sector is spread
over all used tables as evenly as whole people allow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.mixing.tables.instance.seated import by_id, seated
from goldenthread.mixing.tables.instance.values import Guest, Instance, Plan, Round


@dataclass(frozen=True, slots=True)
class Sectors:
    pairs: int
    least: int
    by_chance: float

    @property
    def mix(self) -> float:
        """1 when as even as can be, 0 as by chance."""
        if self.by_chance <= self.least:
            return 1.0
        return 1 - (self.pairs - self.least) / (self.by_chance - self.least)


def sectors(instance: Instance, plan: Plan) -> Sectors:
    guests = by_id(instance)
    rounds = [_of_round(guests, round_) for round_ in plan.rounds]
    return Sectors(sum(r.pairs for r in rounds), sum(r.least for r in rounds), sum(r.by_chance for r in rounds))


def _of_round(guests: Mapping[str, Guest], round_: Round) -> Sectors:
    tables = [Counter(guest.sector for guest in people if guest.sector) for people in seated(guests, round_)]
    total = sum(tables, Counter[str | None]())
    people = total.total()
    sizes = [len(table) for table in round_ if table]
    all_pairs = sum(map(couples, sizes))
    # Summed sector by sector in this order, as the checker does, so that both round alike.
    by_chance = 0.0
    for count in total.values() if people > 1 else ():
        by_chance += count * (count - 1) / (people * (people - 1)) * all_pairs
    return Sectors(
        pairs=sum(couples(count) for table in tables for count in table.values()),
        least=sum(fewest_pairs(count, len(sizes)) for count in total.values()),
        by_chance=by_chance,
    )


def couples(people: int) -> int:
    return people * (people - 1) // 2


def fewest_pairs(people: int, tables: int) -> int:
    """How few pairs must share a table when so many people are spread over so many tables."""
    if tables <= 0:
        return couples(people)
    each, more = divmod(people, tables)
    return more * couples(each + 1) + (tables - more) * couples(each)

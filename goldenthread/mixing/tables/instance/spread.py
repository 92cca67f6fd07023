"""How evenly a kind is spread, say sectors: pairs of one sector at a table, against the fewest there can be and against chance.

The measure is the pair form of the maximally diverse grouping problem; the bound is attained when every sector is spread
over all used tables as evenly as whole people allow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from goldenthread.mixing.tables.instance.seated import by_id, seated
from goldenthread.mixing.tables.instance.values import Guest, Instance, Plan, Round, Spread


def spread(instance: Instance, plan: Plan, kind: str) -> Spread:
    """Of one of KINDS."""
    guests = by_id(instance)
    rounds = [_of_round(guests, round_, kind) for round_ in plan.rounds]
    return Spread(sum(r.pairs for r in rounds), sum(r.least for r in rounds), sum(r.by_chance for r in rounds))


def _of_round(guests: Mapping[str, Guest], round_: Round, kind: str) -> Spread:
    alike = [[getattr(guest, kind) for guest in people] for people in seated(guests, round_)]
    tables = [Counter(word for word in words if word) for words in alike]
    total = sum(tables, Counter[str]())
    people = total.total()
    sizes = [len(table) for table in round_ if table]
    all_pairs = sum(map(couples, sizes))
    # Summed sector by sector in this order, as the checker does, so that both round alike.
    by_chance = 0.0
    for count in total.values() if people > 1 else ():
        by_chance += count * (count - 1) / (people * (people - 1)) * all_pairs
    return Spread(
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

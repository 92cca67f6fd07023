"""What is plainly in the way of any plan, known by counting what convenors may count anyway: seats, people and tables.

What people asked for is in nobody's way, and never named here. One thing of it is told beside a plan, without a name: that no table
offers what somebody needs, for whoever can bring a ramp must know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from goldenthread.gatherings.tables.coming import to_be_seated
from goldenthread.gatherings.tables.hard_needs import ticked
from goldenthread.gatherings.tables.mixer_input import MixerInput
from goldenthread.gatherings.tables.models import Mix, Table, TableWish

Trouble = dict[str, Any]


def in_the_way(mixer_input: MixerInput) -> Trouble | None:
    """None: nothing that one can count. The mixer may still find that kept seats do not go together."""
    if not mixer_input.coming:
        return {"what": "nobody"}
    if not mixer_input.rounds or not _open(mixer_input):
        return {"what": "nothing"}
    to_come = range(mixer_input.from_round - 1, len(mixer_input.rounds))
    return next(filter(None, (_in_round(mixer_input, at) for at in to_come)), None)


def _in_round(mixer_input: MixerInput, at: int) -> Trouble | None:
    tables, there = _open(mixer_input), [b for b in mixer_input.coming if at in mixer_input.there[b.pk]]
    people, seats = sum(booking.seats for booking in there), sum(table.most for table in tables)
    bound = _bound(mixer_input, at)
    round_ = str(mixer_input.rounds[at])
    if seats < people:
        return {"what": "seats", "seats": seats, "people": people}
    if people and people < min(table.least for table in tables):
        return {"what": "least", "people": people}
    for table in tables:
        if bound[table.pk] > table.most:
            more = {"people": bound[table.pk], "seats": table.most}
            return {"what": "kept", "round": round_, "table": table.label} | more
    hosted = [table for table in tables if bound[table.pk]]
    if sum(table.least for table in hosted) > people:
        return {"what": "hosted", "round": round_, "people": people, "tables": ", ".join(t.label for t in hosted)}
    return None if people in _sums(tables, bound) else {"what": "split", "round": round_, "people": people}


def _open(mixer_input: MixerInput) -> list[Table]:
    return [table for table in mixer_input.tables if not table.is_closed]


def _bound(mixer_input: MixerInput, at: int) -> Counter[int]:
    """How many seats at each table are a host's, or kept by hand."""
    round_ = mixer_input.rounds[at].pk
    places = {seat.booking_id: seat.table_id for seat in mixer_input.locked if seat.round_id == round_}
    places |= {table.host_id: table.pk for table in _open(mixer_input) if table.host_id}
    counts = Counter[int]()
    for key, table in places.items():
        if (booking := mixer_input.by_key.get(key)) and at in mixer_input.there[key]:
            counts[table] += booking.seats
    return counts


def _sums(tables: Sequence[Table], bound: Counter[int]) -> set[int]:
    """How many people these tables can seat, if each that is used has as many as it should. One with a host is used."""
    sums = {0}
    for table in tables:
        used = range(table.least, table.most + 1) if bound[table.pk] else [0, *range(table.least, table.most + 1)]
        sums = {before + size for before in sums for size in used}
    return sums


def missing(mix: Mix) -> list[str]:
    """What no open table offers and somebody needs who has a place, be they here or not: who it is shows by nobody's coming."""
    placed = to_be_seated(mix.arrangement.gathering)
    wishes = TableWish.objects.filter(booking__in=placed).exclude(features="")
    needed = {feature for wish in wishes.only("features") for feature in wish.features.split()}
    for booking in placed.exclude(table_needs="").only("table_needs"):
        needed |= ticked(booking)
    tables = mix.arrangement.tables.filter(is_closed=False)
    return sorted(needed - {feature for table in tables for feature in table.features})

"""On the day some do not come: then fewer tables are used, so that nobody sits at one that is nearly empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace

from goldenthread.gatherings.tables.mixer_input import MixerInput
from goldenthread.gatherings.tables.models import Table

COMPANY = 3


def joined(mixer_input: MixerInput) -> MixerInput:
    """The same with as many tables as those who come can fill. The others are closed, in this version only: their hosts and whoever
    had a seat there sit elsewhere. Where all can be filled, nothing is changed."""
    fewest, most = _people(mixer_input)
    kept = sorted((table for table in mixer_input.tables if not table.is_closed), key=_worth_keeping(mixer_input))
    least_of = _company if _is_anybody_missing(mixer_input) else _least
    while len(kept) > 1 and sum(map(least_of, kept)) > fewest and sum(t.most for t in kept[:-1]) >= most:
        kept.pop()
    if kept and sum(map(least_of, kept)) > fewest:
        share = max(1, fewest // len(kept))
        leasts = {table.pk: min(table.least, share) for table in kept}
    else:
        leasts = {table.pk: least_of(table) for table in kept}
    return replace(mixer_input, tables=[_as_used(table, leasts) for table in mixer_input.tables])


def _is_anybody_missing(mixer_input: MixerInput) -> bool:
    return any(seat.booking_id not in mixer_input.by_key for seat in mixer_input.announced)


def _least(table: Table) -> int:
    return table.least


def _company(table: Table) -> int:
    """At fewer than three, or than half of a small table, people sit at what is left of one."""
    return max(table.least, min(COMPANY, (table.most + 1) // 2))


def _people(mixer_input: MixerInput) -> tuple[int, int]:
    """Of the rounds to come, how many sit in the emptiest and in the fullest."""
    to_come = range(mixer_input.from_round - 1, len(mixer_input.rounds))
    sizes = [sum(b.seats for b in mixer_input.coming if at in mixer_input.there[b.pk]) for at in to_come]
    return min(sizes, default=0), max(sizes, default=0)


def _worth_keeping(mixer_input: MixerInput) -> Callable[[Table], tuple[bool, int, int, int]]:
    """First those with a host who is here or a seat that is kept, then what offers most, then where most were told to sit."""
    announced = [seat for seat in mixer_input.announced if seat.booking_id in mixer_input.by_key]
    sat_at = Counter(seat.table_id for seat in announced)
    bound = {seat.table_id for seat in mixer_input.locked if seat.booking_id in mixer_input.by_key}

    def key(table: Table) -> tuple[bool, int, int, int]:
        is_bound = table.host_id in mixer_input.by_key or table.pk in bound
        return not is_bound, -len(table.features), -sat_at[table.pk], table.number

    return key


def _as_used(table: Table, leasts: Mapping[int, int]) -> Table:
    used = copy(table)
    used.is_closed = table.pk not in leasts
    used.least = leasts.get(table.pk, table.least)
    return used

"""Where somebody sits at another table than they were told before, or at none, but by no press of their own. Why is nowhere said,
and nowhere known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Subquery

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Announcement, Round, Seat, Table
from goldenthread.gatherings.tables.wishing import wish_at

# A table of one person in one round, when it was announced, and whether somebody changed their own seat in that version.
Place = tuple[int, datetime, bool]
# The oldest first. Nobody but who pressed sits elsewhere by such a version.
Places = Sequence[Place]


@dataclass(frozen=True)
class ChangedTable:
    """One round of mine: my table, the one I was told before, and since when it is another, or none."""

    round: Round
    table: Table | None
    before: Table
    since: datetime


def changed_tables(booking: Booking, now: datetime) -> list[ChangedTable]:
    """In rounds that are not over. One query where nothing has changed."""
    if booking.gathering.ends_at and booking.gathering.ends_at <= now:
        return []
    announced, lost = _announced(booking, now)
    changed = {round_: last for round_, places in announced.items() if (last := _last_change(places))}
    changed |= lost
    if not changed:
        return []
    before = Table.objects.in_bulk([table for table, _since in changed.values()])
    seats = Seat.objects.filter(mix=told_to(booking.gathering), booking=booking, round__in=changed)
    tables = {seat.round_id: seat.table for seat in seats.select_related("table")}
    return [
        ChangedTable(round_, tables.get(round_.pk), before[changed[round_.pk][0]], changed[round_.pk][1])
        for round_ in Round.objects.filter(pk__in=changed).order_by("number")
        if round_.ends_at is None or round_.ends_at > now
    ]


def _announced(booking: Booking, now: datetime) -> tuple[Mapping[int, Places], Mapping[int, tuple[int, datetime]]]:
    """By rounds: every table that was announced to them; and the last one, where none is any more."""
    newest = Announcement.objects.that_hold(now).filter(mix__arrangement__gathering=booking.gathering_id)
    seats = Seat.objects.filter(booking=booking, mix__announcements__at__lte=now).order_by("mix__announcements")
    places: dict[int, list[Place]] = {}
    holding = set()
    columns = ("round", "table", "mix__announcements__at", "mix__is_own_change", "mix")
    for round_, table, at, is_own, mix, holds in seats.values_list(*columns, Subquery(newest.values("mix")[:1])):
        places.setdefault(round_, []).append((table, at, is_own))
        holding |= {round_} if mix == holds else set()
    lost = {round_: places[round_][-1] for round_ in places.keys() - holding}
    return places, _lost(booking, lost, now) if lost else {}


def _lost(booking: Booking, places: Mapping[int, Place], now: datetime) -> dict[int, tuple[int, datetime]]:
    """The table of each that was announced last, and since when there is none. Whoever asked to sit it out has lost nothing."""
    held = Announcement.objects.that_hold(now).filter(mix__arrangement__gathering=booking.gathering_id)
    moments = list(held.order_by("pk").values_list("at", flat=True))
    out = wish_at(booking).sits_out
    rounds = Round.objects.filter(pk__in=places).exclude(number__in=out).values_list("pk", flat=True)
    since = {pk: [moment for moment in moments if moment > places[pk][1]] for pk in rounds}
    return {pk: (places[pk][0], later[0]) for pk, later in since.items() if later}


def _last_change(places: Places) -> tuple[int, datetime] | None:
    """The table before the one that holds, and when that one was announced; None where it has always been the same, or they chose it."""
    holds, since, is_own = places[-1]
    for table, at, is_theirs in reversed(places):
        if table != holds:
            return None if is_own else (table, since)
        since, is_own = at, is_theirs
    return None

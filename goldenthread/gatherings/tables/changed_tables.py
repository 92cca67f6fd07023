"""Where somebody sits at another table than they were told before, but by no press of their own. Why is nowhere said, and nowhere
known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Round, Seat, Table

# Tables of one person in one round, when each was announced, and whether somebody changed their own seat in that version: the
# oldest first. Nobody but who pressed sits elsewhere by it.
Places = Sequence[tuple[int, datetime, bool]]


@dataclass(frozen=True)
class ChangedTable:
    """One round of mine: my table, the one I was told before, and since when it is another."""

    round: Round
    table: Table
    before: Table
    since: datetime


def changed_tables(booking: Booking, now: datetime) -> list[ChangedTable]:
    """In rounds that are not over. One query where nothing has changed."""
    if booking.gathering.ends_at and booking.gathering.ends_at <= now:
        return []
    changed = {round_: last for round_, places in _announced(booking, now).items() if (last := _last_change(places))}
    if not changed:
        return []
    before = Table.objects.in_bulk([table for table, _since in changed.values()])
    seats = Seat.objects.filter(mix=told_to(booking.gathering), booking=booking, round__in=changed)
    return [
        ChangedTable(seat.round, seat.table, before[changed[seat.round_id][0]], changed[seat.round_id][1])
        for seat in seats.select_related("round", "table").order_by("round__number")
        if seat.round.ends_at is None or seat.round.ends_at > now
    ]


def _announced(booking: Booking, now: datetime) -> dict[int, list[tuple[int, datetime, bool]]]:
    seats = Seat.objects.filter(booking=booking, mix__announcements__at__lte=now).order_by("mix__announcements")
    places: dict[int, list[tuple[int, datetime, bool]]] = {}
    columns = ("round", "table", "mix__announcements__at", "mix__is_own_change")
    for round_, table, at, is_own in seats.values_list(*columns):
        places.setdefault(round_, []).append((table, at, is_own))
    return places


def _last_change(places: Places) -> tuple[int, datetime] | None:
    """The table before the one that holds, and when that one was announced; None where it has always been the same, or they chose it."""
    holds, since, is_own = places[-1]
    for table, at, is_theirs in reversed(places):
        if table != holds:
            return None if is_own else (table, since)
        since, is_own = at, is_theirs
    return None

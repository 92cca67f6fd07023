"""Announcing tables to people who know others already: before the day, whose table changes gets an e-mail, once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.tables import emails
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.changed_tables import changed_tables
from goldenthread.gatherings.tables.models import Announcement, Mix, TableChange, TableWish
from goldenthread.gatherings.tables.rules import may_see_neighbours, may_write_of_tables
from goldenthread.outbox.models import Email
from goldenthread.outbox.previewing import as_a_sample
from goldenthread.people.models import Person

SEAT = ("booking", "round", "table")


@transaction.atomic
def announce_and_tell(mix: Mix, *, by: Person, now: datetime) -> None:
    before = told_to(mix.arrangement.gathering)
    announced = announce(mix, by=by)
    if before is None or not may_write_of_tables(mix.arrangement.gathering, now):
        return
    owed = (
        TableChange(announcement=announced, booking=booking)
        for booking in _who_moved(before, mix, now)
        if booking.address
    )
    TableChange.objects.bulk_create(owed, ignore_conflicts=True)


def preview_of_announcing(mix: Mix, *, by: Person, now: datetime) -> Preview:
    """The act itself, taken back at once: what is shown cannot differ from what will go."""
    gathering = mix.arrangement.gathering
    before = told_to(gathering)
    if before is None or not may_write_of_tables(gathering, now):
        return Preview()
    with transaction.atomic():
        announced = announce(mix, by=by)
        moved = list(_who_moved(before, mix, now))
        written_to = [booking for booking in moved if booking.address]
        samples = [_email(booking, announced, now) for booking in written_to[:1]]
        transaction.set_rollback(True)
    unreachable = tuple(booking.listed_as for booking in moved if not booking.address)
    return Preview(
        people=len(written_to), emails=tuple(as_a_sample(email) for email in samples if email), unreachable=unreachable
    )


@transaction.atomic
def tell(change: TableChange, now: datetime) -> None:
    """Unless another worker was quicker, or something came between: then there is nothing to say any more."""
    is_mine, _rows = TableChange.objects.filter(pk=change.pk).delete()
    booking = change.booking
    if is_mine and may_see_neighbours(booking) and may_write_of_tables(booking.gathering, now):
        _email(booking, change.announcement, now)


def _email(booking: Booking, announced: Announcement, now: datetime) -> Email | None:
    changed = [change for change in changed_tables(booking, max(now, announced.at)) if change.since >= announced.at]
    return emails.table_changed(booking, changed) if changed else None


def _who_moved(before: Mix, after: Mix, now: datetime) -> BookingQuerySet:
    """Who comes, and sits elsewhere in a round to come than they were told, or nowhere: not who had no seat, nor who asked for none."""
    rounds = {round_.pk: round_.number for round_ in after.arrangement.rounds.all() if not round_.has_begun(now)}
    was, now_is = (
        {(booking, round_): table for booking, round_, table in mix.seats.filter(round__in=rounds).values_list(*SEAT)}
        for mix in (before, after)
    )
    lost = {booking for booking, _round in was.keys() - now_is.keys()}
    out = dict(TableWish.objects.filter(booking__in=lost).values_list("booking", "sits_out"))
    moved = {
        booking
        for (booking, round_), table in was.items()
        if now_is.get((booking, round_), table if rounds[round_] in out.get(booking, ()) else None) != table
    }
    coming = Booking.objects.filter(pk__in=moved, state=State.COMING).answered()
    return coming.select_related("gathering", "person").order_by("pk")

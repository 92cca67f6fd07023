"""Reminding those who have a place, a week and a day ahead: by itself, and each once."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, Reminded, Reminder
from goldenthread.gatherings.bookings.models.reminder import USUAL
from goldenthread.gatherings.bookings.waking_hours import EVENING, MORNING
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import status_of
from goldenthread.journal.note import note
from goldenthread.people.models import Person

# Whoever booked in the two days before it has just had an e-mail that says it all.
JUST_BOOKED = timedelta(days=2)
# What they told for the day: opening it takes its time.
SEALED = ("needs", "table_needs", "supporter")


def remind_by_default(gathering: Gathering, *, now: datetime) -> None:
    """For a gathering whose booking has just been opened."""
    Reminder.objects.bulk_create(Reminder(gathering=gathering, days=days, at=now) for days in USUAL)


@transaction.atomic
def add(gathering: Gathering, days: int, *, now: datetime, by: Person) -> Reminder:
    """Twice is once."""
    reminder, is_new = Reminder.objects.get_or_create(gathering=gathering, days=days, defaults={"at": now})
    if is_new:
        note(by, "added a reminder", gathering)
    return reminder


@transaction.atomic
def turn_off(reminder: Reminder, *, by: Person) -> None:
    """What is owed of it, and not written yet, goes with it."""
    reminder.delete()
    note(by, "turned a reminder off", reminder.gathering)


def is_to_come(reminder: Reminder, now: datetime) -> bool:
    """Whether it is still to go: what was added, or what the day moved to, too late for it does not go."""
    goes_at = reminder.goes_at
    return goes_at is not None and now < goes_at


def is_of_a_draft(reminder: Reminder) -> bool:
    """People rely on a reminder, so it waits until the plan is settled; on the eve nobody asks any more whether it is."""
    return reminder.goes_at is not None and status_of(reminder.gathering, reminder.goes_at).is_draft


def is_due(reminder: Reminder, now: datetime) -> bool:
    """From its hour on, until the evening after: a house that slept reminds people late, but not at night nor after it began."""
    goes_at, starts_at = reminder.goes_at, reminder.gathering.starts_at
    if goes_at is None or starts_at is None or goes_at < reminder.at or is_of_a_draft(reminder):
        return False
    there = now.astimezone(reminder.gathering.zone)
    last = datetime.combine(goes_at.date() + timedelta(days=1), EVENING, reminder.gathering.zone)
    begins = starts_at if reminder.gathering.from_time else datetime.combine(starts_at.date(), time(8), there.tzinfo)
    return goes_at <= now < min(last, begins) and MORNING <= there.time() < EVENING


def who_gets(reminder: Reminder) -> list[Booking]:
    """Whom it would go to as it stands now: one booking of each address."""
    return _one_of_each_address(to_remind(reminder))


def to_remind(reminder: Reminder) -> list[Booking]:
    """Bookings of those who come, did not book just before, and were not reminded of this day."""
    if reminder.goes_at is None:
        return []
    coming = Booking.objects.filter(gathering=reminder.gathering, withdrawal=None).coming().select_related("person")
    has_had_it = Exists(Reminded.objects.by(reminder).filter(booking=OuterRef("pk")))
    in_time = coming.alias(since=Coalesce("confirmed_at", "at")).filter(since__lte=reminder.goes_at - JUST_BOOKED)
    return [booking for booking in in_time.exclude(has_had_it).defer(*SEALED).order_by("pk") if booking.address]


@transaction.atomic
def remind(reminder: Reminder, now: datetime) -> None:
    """Owes each the e-mail, once: whoever reminds or moves places here stands in one line."""
    Opening.objects.in_turn(reminder.gathering_id)
    fresh = Reminder.objects.of_what_takes_place().while_nothing_is_pending().filter(pk=reminder.pk).first()
    if fresh is None or not is_due(fresh, now) or (day := fresh.gathering.day) is None:
        return
    bookings = to_remind(fresh)
    Reminded.objects.bulk_create(Reminded(booking=booking, day=day, days=fresh.days, at=now) for booking in bookings)
    addressed = _one_of_each_address(bookings)
    Owed.objects.bulk_create(Owed(booking=each, kind=Owed.Kind.AHEAD, reminder=fresh, at=now) for each in addressed)


def _one_of_each_address(bookings: list[Booking]) -> list[Booking]:
    return list({booking.address.lower(): booking for booking in bookings}.values())

"""The day of the launch and what came of it, as far as the clock of the sample house has come. All of it is made up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Certificate, Feedback, Outcome
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.chores import tie_threads, write_down_encounters
from goldenthread.gatherings.day.held_tables import place_of
from goldenthread.gatherings.day.models import (
    Arrival,
    DaySheet,
    HeldRound,
    LastCall,
    Reflection,
    Source,
    Standing,
    Tick,
)
from goldenthread.gatherings.day.rules import is_over
from goldenthread.gatherings.day.ticking import sat_with
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.threads.models import Encounter, Thread

MARK = "sample"
DOORS_OPEN = timedelta(hours=8, minutes=20)
DAY_SHEET = {
    "turn_to": "Whoever wears a golden ribbon",
    "quiet_room": "The small library, one floor up. Nobody talks there, and nobody asks why you came.",
    "breaks": "10:45 tea\n12:45 lunch\n14:30 tea",
    "meeting": "What do we call ourselves?\nWho is not in the room?",
    "comes_next": "Perhaps an evening in September: say where",
    "word": "kettle",
}
LINES = (
    "I had forgotten that I may say “I do not know”.",
    "A governor and a teacher wrote down the same sentence.",
    "Nobody asked me for my job title.",
    "Tea is infrastructure.",
    "I came for the talks and stay for the tables.",
)
GOOD = (
    "The tables.",
    "Being met at the door.",
    "Silence before lunch.",
    "That nobody sold anything.",
    "The tea.",
    "Rounds.",
)
OUTCOME = "An evening in three towns, a letter that is being written together, and many threads."
EVERY_NO_SHOW, EVERY_LATE, EVERY_EARLY = 16, 9, 11


def live(now: datetime) -> None:
    """What has happened by then; and nothing of what has not, when the clock was set back."""
    launch = Gathering.objects.with_facts().filter(slug="launch").first()
    if launch is None or launch.starts_at is None:
        return
    _forget(launch)
    opens = launch.starts_at + DOORS_OPEN
    bookings = list(launch.bookings.coming().select_related("person", "gathering").order_by("pk"))
    if now < opens:
        return
    DaySheet.objects.get_or_create(gathering=launch, defaults=DAY_SHEET)
    Arrival.objects.bulk_create(arrival for arrival in _arrivals(launch, bookings, opens) if arrival.at <= now)
    if is_over(launch, now):
        _afterwards(launch, bookings, now)


def _arrivals(launch: Gathering, bookings: Sequence[Booking], opens: datetime) -> list[Arrival]:
    """Most within an hour; some later, a few leave early, and a few do not come."""
    standings: list[tuple[Booking, Standing, timedelta]] = []
    for number, booking in enumerate(bookings, start=1):
        if number % EVERY_NO_SHOW == 0:
            standings.append((booking, Standing.ABSENT, timedelta(hours=9)))
        elif number % EVERY_LATE == 0:
            standings.append((booking, Standing.LATE, timedelta(minutes=150 + number)))
        else:
            standings.append((booking, Standing.HERE, timedelta(minutes=number)))
        if number % EVERY_EARLY == 0 and number % EVERY_NO_SHOW:
            standings.append((booking, Standing.LEFT, timedelta(hours=6)))
    return [
        Arrival(
            gathering=launch,
            booking=booking,
            standing=standing,
            way=Source.LIST,
            at=opens + later,
            heard_at=opens + later,
            once=f"{MARK}-{booking.pk}-{standing}",
        )
        for booking, standing, later in standings
    ]


def _afterwards(launch: Gathering, bookings: Sequence[Booking], now: datetime) -> None:
    LastCall.objects.get_or_create(gathering=launch, defaults={"at": now})
    Reflection.objects.bulk_create(
        Reflection(pk=f"{MARK}-{number}", gathering=launch, words=words, is_read=True)
        for number, words in enumerate(LINES)
    )
    Feedback.objects.bulk_create(
        Feedback(pk=f"{MARK}-{number}", gathering=launch, good=words) for number, words in enumerate(GOOD)
    )
    Outcome.objects.get_or_create(gathering=launch, defaults={"words": OUTCOME, "at": now})
    write_down_encounters(now)
    _tick(launch, bookings, now)
    tie_threads(now)
    issue(launch, by=None, now=now)
    # They were made up, and so are no e-mails owed.
    Certificate.objects.filter(gathering=launch, told_at=None).update(told_at=now)


def _tick(launch: Gathering, bookings: Sequence[Booking], now: datetime) -> None:
    """Every third ticks the first whom they sat with, and most of those tick back."""
    pairs = []
    for number, booking in enumerate(bookings[::3]):
        tables = sat_with(booking, now)
        if tables and tables[0].bookings:
            pairs.append((booking.pk, tables[0].bookings[0].pk))
            pairs += [pairs[-1][::-1]] if number % 4 else []
    Tick.objects.bulk_create((Tick(gathering=launch, by_id=by, to_id=to) for by, to in pairs), ignore_conflicts=True)


def _forget(launch: Gathering) -> None:
    Arrival.objects.filter(gathering=launch, once__startswith=MARK).delete()
    made_up: list[QuerySet[Any]] = [
        Reflection.objects.filter(gathering=launch, pk__startswith=MARK),
        Feedback.objects.filter(gathering=launch, pk__startswith=MARK),
        *(model._default_manager.filter(gathering=launch) for model in (LastCall, Outcome, Certificate, Tick)),
        HeldRound.objects.filter(round__arrangement__gathering=launch),
        Encounter.objects.filter(where_key=place_of(launch)),
        Thread.objects.filter(where_key=place_of(launch)),
    ]
    for rows in made_up:
        rows.delete()

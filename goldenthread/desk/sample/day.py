"""The day of the launch: who comes in when, and the first lines on the wall. All of it is made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from goldenthread.desk.sample.bookings import HOW_MANY
from goldenthread.desk.sample.launch import DAY
from goldenthread.desk.sample_clock import LONDON
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.models import Arrival, DaySheet, Reflection, Source, Standing
from goldenthread.gatherings.plan.models import Gathering

MARK = "sample"
DOORS_OPEN = datetime.combine(DAY, time(9), LONDON)
DAY_SHEET = {
    "turn_to": "Anybody with a golden ribbon",
    "safeguarding": "Dilys or Oren, by the door all day",
    "quiet_room": "The small library, on the same floor. Nobody talks there, and nobody asks why you came.",
    "breaks": "10:45 tea\n12:45 lunch\n14:45 tea",
    "meeting": "What do we call ourselves?\nWho is not in the room?",
    "comes_next": "An evening of soup and stories, Thursday 14 September, in Bristol",
    "word": "kettle",
}
LINES = (
    "Tea is infrastructure.",
    "Nobody asked me for my job title.",
    "I had forgotten that I may say “I do not know”.",
    "A governor and a teacher wrote down the same sentence.",
    "I came for the talks and stay for the tables.",
)
# How many of them hang there in the morning already.
IN_THE_MORNING = 2
EVERY_NO_SHOW, EVERY_LATE, EVERY_EARLY = 16, 9, 11


def open_doors(launch: Gathering, now: datetime) -> None:
    DaySheet.objects.get_or_create(gathering=launch, defaults=DAY_SHEET)
    come_in(launch, now)
    write_on_the_wall(launch, LINES[:IN_THE_MORNING])


def come_in(launch: Gathering, now: datetime) -> None:
    """Whom a host has seen, or who said it themselves, stands as they said."""
    seen = set(launch.arrivals.exclude(once__startswith=MARK).values_list("booking", flat=True))
    arrivals = (arrival for arrival in _arrivals(launch) if arrival.booking_id not in seen and arrival.at <= now)
    Arrival.objects.bulk_create(arrivals, ignore_conflicts=True)


def made_up(launch: Gathering) -> dict[int, Booking]:
    """Those of the sample that still come, by a number that stays theirs. Everybody else is a visitor, the keeper too."""
    first = launch.bookings.order_by("pk").select_related("person", "gathering")[: HOW_MANY - 1]
    return {number: booking for number, booking in enumerate(first, start=1) if booking.is_coming}


def arrival(booking: Booking, standing: Standing, at: datetime) -> Arrival:
    return Arrival(
        gathering_id=booking.gathering_id,
        booking=booking,
        standing=standing,
        way=Source.LIST,
        at=at,
        heard_at=at,
        once=f"{MARK}-{booking.pk}-{standing}",
    )


def write_on_the_wall(launch: Gathering, lines: tuple[str, ...]) -> None:
    Reflection.objects.bulk_create(
        (
            Reflection(pk=f"{MARK}-{number}", gathering=launch, words=words, is_read=True)
            for number, words in enumerate(lines)
        ),
        ignore_conflicts=True,
    )


def _arrivals(launch: Gathering) -> Iterator[Arrival]:
    """Most within an hour; some later, a few leave early, and a few do not come."""
    for number, booking in made_up(launch).items():
        if number % EVERY_NO_SHOW == 0:
            yield arrival(booking, Standing.ABSENT, DOORS_OPEN + timedelta(hours=7))
        elif number % EVERY_LATE == 0:
            yield arrival(booking, Standing.LATE, DOORS_OPEN + timedelta(minutes=80 + number))
        else:
            yield arrival(booking, Standing.HERE, DOORS_OPEN + timedelta(minutes=number))
        if number % EVERY_EARLY == 0:
            yield arrival(booking, Standing.LEFT, DOORS_OPEN + timedelta(hours=6))

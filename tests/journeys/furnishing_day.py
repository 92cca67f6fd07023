"""A day with twenty-four people, as it stands in the morning. Runs inside a house; and what a worker would do, at once."""

import json
import sys
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from goldenthread.gatherings.afterwards.chores import tell_of_certificates
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.chores import tie_threads, write_down_encounters
from goldenthread.gatherings.day.held_tables import place_of
from goldenthread.gatherings.day.models import Arrival, DaySheet
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.arranging import Outline, arrange
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.gatherings.tables.runs import MixRequest, ask_for, carry_out
from goldenthread.kit import clock
from goldenthread.people.models import Person
from goldenthread.threads.models import Encounter, Thread
from tests.journeys.furnishing import session_of

LONDON = ZoneInfo("Europe/London")
NAMES = [
    "Ann",
    "Ben",
    "Cat",
    "Dot",
    "Eli",
    "Fay",
    "Gil",
    "Hal",
    "Ida",
    "Jon",
    "Kay",
    "Lee",
    "Mae",
    "Ned",
    "Oda",
    "Pam",
    "Quy",
    "Rae",
    "Sal",
    "Ted",
    "Una",
    "Val",
    "Wes",
    "Yan",
]


def begin() -> None:
    """Three rounds at six tables; Ann does not want to sit with Ben. Prints what the journey needs to know."""
    ada = Person.objects.create_person("Ada Foxglove", "ada@example.com", joined_at=clock.now())
    gathering = Gathering.begin("A whole day", by=ada)
    gathering.day = clock.now().date() + timedelta(days=1)
    gathering.from_time, gathering.to_time = time(9, 30), time(16)
    with transaction.atomic():
        gathering.record(Gathering.Turn.EDITED, by=ada)
    bookings = {name: _booking(gathering, name) for name in NAMES}
    TableWish.objects.create(booking=bookings["Ann"], apart="Ben Weir")
    DaySheet.objects.create(gathering=gathering, word="kettle", quiet_room="Room 3", turn_to="Mo, by the door")
    first = datetime.combine(gathering.day, time(10), LONDON)
    laid = arrange(gathering, Outline(rounds=3, first_at=first, minutes=45, pause=15, size=4, tables=6), by=ada)
    mixed = ask_for(laid, MixRequest(seconds=0.5), by=ada, claim="journey")
    carry_out(mixed)
    mixed.refresh_from_db()
    announce(mixed, by=ada)
    keys = {name: booking.key for name, booking in bookings.items()}
    values = {"at": gathering.get_absolute_url(), "ada": session_of(ada), "day": str(gathering.day), "keys": keys}
    json.dump(values, sys.stdout)


def go_to(moment: str) -> None:
    """Set the clock of the house: such as 2022-12-15 10:20."""
    with transaction.atomic():
        clock.move_to(datetime.fromisoformat(moment).replace(tzinfo=LONDON))


def come(*names: str) -> None:
    """What the other hosts pressed meanwhile."""
    for booking in Booking.objects.filter(gathering__title="A whole day", name__in=[f"{name} Weir" for name in names]):
        Arrival.objects.create(gathering=booking.gathering, booking=booking, standing="here", way="list")


def beside(name: str) -> None:
    """Prints whom somebody sits with in the first round."""
    mix = told_to(Gathering.objects.get(title="A whole day"))
    assert mix
    mine = mix.seats.get(booking__name=f"{name} Weir", round__number=1)
    others = mix.seats.filter(round=mine.round, table=mine.table).exclude(pk=mine.pk)
    sys.stdout.write(",".join(others.values_list("booking__name", flat=True)).replace(" Weir", ""))


def work() -> None:
    """What the worker does within a minute."""
    for chore in (write_down_encounters, tie_threads, tell_of_certificates):
        chore(clock.now())


def count() -> None:
    gathering = Gathering.objects.get(title="A whole day")
    mix, where = told_to(gathering), place_of(gathering)
    assert mix
    seats: dict[tuple[int, int], set[str]] = {}
    for seat in mix.seats.select_related("booking"):
        seats.setdefault((seat.round_id, seat.table_id), set()).add(seat.booking.name)
    met = [
        {encounter.one.name, encounter.other.name}
        for encounter in Encounter.objects.filter(where_key=where).select_related("one", "other")
    ]
    json.dump(
        {
            "arrivals": Arrival.objects.filter(gathering=gathering).count(),
            "ann with ben": sum({"Ann Weir", "Ben Weir"} <= names for names in seats.values()),
            "who met the no-show": sum("Yan Weir" in pair for pair in met),
            "somebody met the latecomer": any("Wes Weir" in pair for pair in met),
            "threads": [
                sorted([thread.one.name, thread.other.name])
                for thread in Thread.objects.filter(where_key=where).select_related("one", "other")
            ],
            "certificates": Certificate.objects.filter(gathering=gathering).count(),
        },
        sys.stdout,
    )


def _booking(gathering: Gathering, name: str) -> Booking:
    person = Person.objects.create_person(f"{name} Weir", f"{name}@example.com".lower(), joined_at=clock.now())
    return Booking.objects.create(
        gathering=gathering, person=person, name=person.name, email=person.email or "", language="en-gb", state="coming"
    )

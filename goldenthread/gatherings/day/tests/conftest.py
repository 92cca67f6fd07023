"""The day of Ada's gathering: three with a place, and Bo is one of them."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.day.arriving import DoorPress, take
from goldenthread.gatherings.day.models import DaySheet, Source, Standing
from goldenthread.gatherings.day.ticking import tick
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Announcement, Arrangement, Mix, Round, Seat, Table
from goldenthread.people.models import Person

# Ten in the morning in Leeds, in British Summer Time; it began half an hour ago.
TEN = datetime(2027, 4, 20, 9, tzinfo=UTC)


@pytest.fixture
def now():
    with time_machine.travel(TEN, tick=False):
        yield TEN


@pytest.fixture
def at(now):
    """A moment at so many minutes after ten."""
    return lambda minutes: now + timedelta(minutes=minutes)


@pytest.fixture
def today(spring, ada, now):
    """From half past nine until half past four, with the booking open."""
    plan = {"day": date(2027, 4, 20), "from_time": time(9, 30), "to_time": time(16, 30)}
    spring.replan(plan, since=spring.sequence, by=ada, is_small=False)
    open_booking(spring, by=ada, now=now, places=30, until=None, confirm_hours=72, answer_hours=24)
    return Gathering.objects.with_facts().get(pk=spring.pk)


@pytest.fixture
def sheet(today, ada):
    return DaySheet.objects.create(
        gathering=today,
        by=ada,
        word="Golden Kettle",
        quiet_room="Room 3",
        breaks="11:00 tea",
        turn_to="Mo, at the door",
    )


@pytest.fixture
def bos(today, bo, now):
    """Bo's place."""
    return keep_a_place(today, PlaceRequest(bo.name, bo.email), now=now, person=bo)


@pytest.fixture
def pats(today, ada, now):
    """Pat is on paper."""
    return put_down(today, PlaceRequest("Pat Weir"), now=now, by=ada)


@pytest.fixture
def press(today, ada, at):
    """A host presses: how somebody stands, at so many minutes after ten."""

    def press(booking, standing, minutes=0, once=""):
        mark = once or f"mark-{booking.pk}-{standing}-{minutes}"
        press = DoorPress(mark, standing, at(minutes), booking=booking.pk)
        take(today, [press], way=Source.LIST, now=at(max(minutes, 0)), by=ada)

    return press


@pytest.fixture
def tell(client, today, ada):
    """The list at the door finds the network and tells its presses; each was made so many minutes ago."""
    client.force_login(ada)

    def tell(*presses):
        press_data = [{"ago": 60_000 * minutes} | more for minutes, more in presses]
        return client.post(
            f"/gatherings/{today.slug}/day/arrivals/presses/",
            json.dumps({"presses": press_data}),
            content_type="application/json",
        )

    return tell


@pytest.fixture
def ask(client, today):
    """The day’s pages as this browser gets them."""
    return lambda path="", **more: client.get(f"/gatherings/{today.slug}/day/{path}", **more)


@pytest.fixture
def send(client, today):
    return lambda path="", form_data=None, **more: client.post(
        f"/gatherings/{today.slug}/day/{path}", form_data or {}, **more
    )


@pytest.fixture
def come(today, ada, now):
    """People come by name, each from an address of their own."""

    def come(*names):
        def booking(name):
            person = Person.objects.create_person(f"{name} Weir", f"{name}@example.org".lower(), joined_at=now)
            return Booking.objects.create(
                gathering=today,
                person=person,
                name=person.name,
                email=person.email or "",
                language="en-gb",
                state="coming",
            )

        return {name: booking(name) for name in names}

    return come


@pytest.fixture
def laid(today, at):
    """Two rounds of half an hour, from ten and from eleven; two tables."""
    arrangement = Arrangement.objects.create(gathering=today)
    for number, minutes in ((1, 0), (2, 60)):
        Round.objects.create(arrangement=arrangement, number=number, starts_at=at(minutes), minutes=30)
    for number in (1, 2):
        Table.objects.create(arrangement=arrangement, number=number, label=f"Table {number}", least=1)
    return arrangement


@pytest.fixture
def seat(laid, come, ada, now):
    """Announce who sits where: {round: {table: "Ann Ben"}}. Bookings by name."""
    people = come(*["Ann", "Ben", "Cat", "Dot", "Eli"])

    def announced(plan):
        mix = Mix.objects.create(arrangement=laid, number=Mix.next_number(laid), by=ada, done_at=now)
        rounds = {round_.number: round_ for round_ in laid.rounds.all()}
        tables = {table.number: table for table in laid.tables.all()}
        for number, tabled in plan.items():
            for table, names in tabled.items():
                for name in names.split():
                    Seat.objects.create(mix=mix, round=rounds[number], table=tables[table], booking=people[name])
        Announcement.objects.create(mix=mix, by=ada)
        return people

    return announced


@pytest.fixture
def sat(seat, press):
    """As it was announced: new faces in the second round. Everybody but Eli is here."""
    people = seat({1: {1: "Ann Ben Eli", 2: "Cat Dot"}, 2: {1: "Ann Cat", 2: "Ben Dot Eli"}})
    for name in ("Ann", "Ben", "Cat", "Dot"):
        press(people[name], Standing.HERE)
    return people


@pytest.fixture
def tick_of(sat, today):
    """`tick_of("Ann", "Ben Cat")`: on a page where everybody stands."""

    def ticks(by, names):
        everybody = {booking.pk for booking in sat.values()}
        people = {sat[name].pk for name in names.split()}
        tick(today, by=sat[by], people=people, among=everybody)

    return ticks

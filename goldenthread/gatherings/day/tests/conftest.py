"""The day of Ada's gathering: three with a place, and Bo is one of them."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings.asking import Wish, keep_a_place
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.day.arriving import Press, take
from goldenthread.gatherings.day.models import DaySheet, Way
from goldenthread.gatherings.plan.models import Gathering

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
    return keep_a_place(today, Wish(bo.name, bo.email), now=now, person=bo)


@pytest.fixture
def pats(today, ada, now):
    """Pat is on paper."""
    return put_down(today, Wish("Pat Weir"), now=now, by=ada)


@pytest.fixture
def press(today, ada, at):
    """A host presses: how somebody stands, at so many minutes after ten."""

    def press(booking, standing, minutes=0, once=""):
        mark = once or f"mark-{booking.pk}-{standing}-{minutes}"
        told = Press(mark, standing, at(minutes), booking=booking.pk)
        take(today, [told], way=Way.LIST, now=at(max(minutes, 0)), by=ada)

    return press


@pytest.fixture
def tell(client, today, ada):
    """The list at the door finds the network and tells its presses; each was made so many minutes ago."""
    client.force_login(ada)

    def tell(*presses):
        told = [{"ago": 60_000 * minutes} | more for minutes, more in presses]
        return client.post(
            f"/gatherings/{today.slug}/day/arrivals/presses/",
            json.dumps({"presses": told}),
            content_type="application/json",
        )

    return tell


@pytest.fixture
def ask(client, today):
    """The day’s pages as this browser gets them."""
    return lambda path="", **more: client.get(f"/gatherings/{today.slug}/day/{path}", **more)


@pytest.fixture
def send(client, today):
    return lambda path="", told=None, **more: client.post(f"/gatherings/{today.slug}/day/{path}", told or {}, **more)

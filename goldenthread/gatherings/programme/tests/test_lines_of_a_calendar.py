"""Lines of a calendar are short, and read back as they were written."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from icalendar import Calendar, Event

from goldenthread.gatherings.plan.calendar import add_zones
from goldenthread.gatherings.programme.tests.showing import MARCH, held, show

# No calendar has to read more of a line, without its end (RFC 5545).
OCTETS = 75


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


@pytest.mark.parametrize("title", ["Llên a chân y môr " * 30, "Ŵ" * 300, "🌊 " * 90, "a" * 300, "Môr; tir, awyr\\"])
def test_what_is_long_is_broken_within_no_letter(client, spring, title):
    held(spring, title[:160].strip(), words=title)
    show(spring)

    content = client.get("/gatherings/spring/programme/schedule.ics").content
    [event] = Calendar.from_ical(content).walk("VEVENT")

    assert max(map(len, content.split(b"\r\n"))) <= OCTETS
    assert (str(event["summary"]), str(event["description"]).split("\n")[0]) == (title[:160].strip(), title.strip())


def test_clocks_go_forward_at_the_hour_that_they_leave():
    calendar = Calendar()
    calendar.add_component(Event.new(start=datetime(2027, 4, 20, 10, tzinfo=ZoneInfo("Europe/London"))))
    add_zones(calendar, [date(2027, 4, 20)])

    lines = calendar.to_ical().decode()

    assert "RDATE:20270328T010000" in lines
    assert "RDATE:20271031T020000" in lines

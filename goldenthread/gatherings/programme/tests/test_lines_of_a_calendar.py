"""Lines of a calendar are short, and read back as they were written."""

import pytest
import time_machine
from icalendar import Calendar

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

"""The programme as everybody reads it: as a list, as a grid, and one session."""

from datetime import timedelta
from http import HTTPStatus

import pytest
import time_machine
from icalendar import Calendar

from goldenthread.gatherings.programme.grid import as_grid
from goldenthread.gatherings.programme.tests.showing import FILES, MARCH, PAGE, held, show, show_a_day


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


@pytest.fixture
def shown(spring):
    return show_a_day(spring)


def session_page(programme, title):
    return next(placing.address for placing in programme.placings if placing.session.title == title)


@pytest.mark.parametrize("address", FILES)
def test_there_is_none_before_the_first_release(client, ada, spring, address):
    held(spring, "Tea")
    before = client.get(address).status_code
    client.force_login(ada)

    assert (before, client.get(address).status_code) == (404, 404)

    show(spring)
    assert client.get(address).status_code == HTTPStatus.OK


def test_a_release_that_is_still_to_come_is_not_there_yet(client, spring):
    held(spring, "Tea")
    show(spring, now=MARCH + timedelta(days=1))

    assert client.get(PAGE).status_code == HTTPStatus.NOT_FOUND


def test_it_is_read_by_time(client, shown):
    page = client.get(PAGE)

    [day] = page.context["days"]
    assert (day.anchor, day.in_words) == ("day-2027-04-20", "Tuesday 20 April 2027")
    assert [(hour.starts, [placing.session.title for placing in hour.placings]) for hour in day.hours] == [
        ("9:30", ["Tea"]),
        ("10:00", ["Reading the evidence", "Eleven chairs"]),
        ("11:00", ["Stories"]),
        ("12:30", ["Lunch"]),
        ("14:00", ["Reading the evidence"]),
    ]
    assert b"<bdi>Priya Ashdown</bdi>" in page.content


def test_in_the_grid_a_long_session_reaches_over_hours_and_a_break_over_rooms(shown):
    [day] = as_grid(shown.placings)

    assert [room.name for room in day.rooms] == ["The library", "The hall"]
    assert [
        (row.starts, len(row.for_everybody), [(len(cell.placings), cell.rows) for cell in row.cells])
        for row in day.rows
    ] == [
        ("9:30", 1, []),
        ("10:00", 0, [(1, 2), (1, 1)]),
        ("11:00", 0, [(1, 1)]),
        ("12:30", 1, []),
        ("14:00", 0, [(1, 1), (0, 1)]),
    ]


def test_a_session_says_when_where_and_what_is_around_it(client, shown):
    page = client.get(session_page(shown, "Reading the evidence"))

    first, second = page.context["times"]
    assert first.when_and_where == "Tuesday 20 April 2027, 10:00 to 11:30, The library"
    assert [placing.session.title for placing in first.before] == ["Tea"]
    assert [placing.session.title for placing in first.meanwhile] == ["Eleven chairs", "Stories"]
    assert [placing.session.title for placing in first.after] == ["Lunch"]
    assert [placing.session.title for placing in second.before] == ["Lunch"]


def test_one_session_goes_into_a_calendar(client, shown):
    content = client.get(f"{session_page(shown, 'Reading the evidence')}session.ics").content

    assert [str(event["summary"]) for event in Calendar.from_ical(content).walk("VEVENT")] == [
        "Reading the evidence"
    ] * 2


def test_what_is_not_in_the_newest_release_has_no_page(client, shown, spring):
    address = session_page(shown, "Stories")
    spring.sessions.get(title="Stories").delete()
    show(spring)

    assert [client.get(at).status_code for at in (address, f"{address}session.ics")] == [404, 404]


def test_what_people_wrote_stays_words(client, spring):
    bad = "</h3><script>alert(1)</script>"
    held(spring, bad, names=[bad], words=bad)
    show(spring)

    pages = [client.get(address).content for address in [PAGE, f"{PAGE}?view=grid", f"{PAGE}schedule.xml"]]

    assert [b"<script>alert" in page for page in pages] == [False] * 3

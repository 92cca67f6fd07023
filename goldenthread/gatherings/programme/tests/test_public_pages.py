"""The programme as everybody reads it: as a list, as a grid, one session, and as files."""

import json
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus

import pytest
import time_machine
from icalendar import Calendar

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.grid import as_grid
from goldenthread.gatherings.programme.models import Release
from goldenthread.gatherings.programme.tests.showing import DAY, MARCH, as_read, brought, held, put, room, show
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit.page_questions import PageQuestions

PAGE = "/gatherings/spring/programme/"
FILES = [PAGE, f"{PAGE}?view=grid", f"{PAGE}schedule.xml", f"{PAGE}schedule.json", f"{PAGE}schedule.ics"]


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


@pytest.fixture
def shown(spring):
    """A day of two rooms: tea for everybody, two at once, and one that is held twice."""
    library, hall = room(spring), room(spring, "The hall", capacity=180)
    held(spring, "Tea", "09:30", kind="break", minutes=30)
    evidence = held(spring, "Reading the evidence", "10:00", library, names=["Priya Ashdown"], minutes=90)
    put(evidence, "14:00", library)
    brought(spring, "Eleven chairs", "10:00", hall)
    held(spring, "Stories", "11:00", hall, minutes=30)
    held(spring, "Lunch", "12:30", kind="break", minutes=60)
    show(spring)
    return as_read(spring)


def in_the_calendar(client):
    return Calendar.from_ical(client.get(f"{PAGE}schedule.ics").content).walk("VEVENT")


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


@pytest.mark.parametrize("address", FILES)
def test_however_long_the_day_it_costs_the_same(client, spring, address, django_assert_max_num_queries):
    library = room(spring)
    for number in range(40):
        held(
            spring, f"Session {number}", f"{number // 4:02}:{number % 4 * 15:02}", library, names=["Priya"], minutes=15
        )
    show(spring)
    client.get(address)

    with django_assert_max_num_queries(4):
        client.get(address)


@pytest.mark.parametrize("address", FILES[2:])
def test_who_is_signed_in_pays_for_themselves_only(client, shown, bo, address, django_assert_max_num_queries):
    client.force_login(bo)
    client.get(address)

    with django_assert_max_num_queries(5):
        client.get(address)


@pytest.mark.parametrize("address", FILES[2:])
def test_a_file_that_is_kept_names_nobody_who_went(client, shown, address):
    before = client.get(address).content.decode()
    Voice.objects.update(left_at=MARCH)

    assert ["Jude" in text for text in (before, client.get(address).content.decode())] == [True, False]


@pytest.mark.parametrize("address", FILES[2:])
def test_a_file_that_is_kept_is_of_this_plan_and_this_release(client, spring, shown, address):
    texts = [client.get(address).content]
    Gathering.objects.filter(pk=spring.pk).update(title="A summer day")
    texts.append(client.get(address).content)
    held(spring, "Songs", "15:00")
    show(spring)
    texts.append(client.get(address).content)
    Gathering.objects.filter(pk=spring.pk).update(time_zone="Europe/Paris")
    texts.append(client.get(address).content)

    assert (len(set(texts)), client.get(address).content) == (4, texts[-1])


@pytest.mark.parametrize("address", [*FILES, "/gatherings/spring/"])
def test_a_commit_about_something_else_leaves_what_is_kept_as_it_is(client, shown, address):
    questions = PageQuestions()
    with questions.listening():
        client.get(address)

    assert questions.may_be_repeated


def test_past_midnight_is_the_next_day_and_ends_in_the_right_order(client, spring):
    held(spring, "Night walk", "23:30", minutes=60)
    held(spring, "Fire", "00:45", day=DAY + timedelta(days=1))
    show(spring)

    days = client.get(PAGE).context["days"]

    assert [day.in_words for day in days] == ["Tuesday 20 April 2027", "Wednesday 21 April 2027"]
    assert [
        day["day_end"]
        for day in json.loads(client.get(f"{PAGE}schedule.json").content)["schedule"]["conference"]["days"]
    ] == [
        "2027-04-21T00:30:00+01:00",
        "2027-04-21T01:30:00+01:00",
    ]


def test_an_hour_that_the_clock_shows_twice_stands_twice(client, spring):
    night = date(2027, 10, 31)
    twice = held(spring, "Night watch", "01:30", day=night, minutes=30)
    put(twice, "01:30", day=night, is_second_hour=True)
    show(spring)

    events = in_the_calendar(client)

    assert [event.start.astimezone(UTC) for event in events] == [
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
    ]


def test_calendars_know_a_session_again_when_it_moves(client, spring):
    session = held(spring, "Tea", "10:00")
    show(spring)
    before = in_the_calendar(client)
    session.placings.update(from_time="11:00")
    show(spring)
    after = in_the_calendar(client)

    assert Release.objects.count() == 2
    assert [str(event["uid"]) for event in before] == [str(event["uid"]) for event in after]
    assert ([event["sequence"] for event in before], [event["sequence"] for event in after]) == ([1], [2])

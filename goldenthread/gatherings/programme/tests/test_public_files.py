"""The programme as files: kept as they are while nothing of them changes, and right by every clock."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from icalendar import Calendar

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Release
from goldenthread.gatherings.programme.tests.showing import DAY, FILES, MARCH, PAGE, held, put, room, show, show_a_day
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit.page_questions import PageQuestions


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


@pytest.fixture
def shown(spring):
    return show_a_day(spring)


def in_the_calendar(client):
    return Calendar.from_ical(client.get(f"{PAGE}schedule.ics").content).walk("VEVENT")


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

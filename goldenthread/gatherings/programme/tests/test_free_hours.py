"""Where it fits: hours and rooms of which there is nothing to warn."""

from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.gatherings.programme.free_hours import free_hours
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import RoomClosure
from goldenthread.gatherings.programme.tests.drafts import address, at, away

A_DAY_BEFORE = datetime(2027, 4, 19, 9, tzinfo=UTC)


@pytest.fixture
def offered_hours(with_hours):
    def offer(title, now=A_DAY_BEFORE):
        programme = programme_of(with_hours)
        session = next(session for session in programme.sessions if session.title == title)
        return [
            f"{spot.from_time:%H:%M} {spot.room.name if spot.room else 'everywhere'}"
            for spot in free_hours(programme, session, 1, now)
        ]

    return offer


def test_the_smallest_room_that_is_free_when_the_day_begins(hall, library, a_session, offered_hours):
    a_session("Tea", most_people=60)
    a_session("Bread")

    assert offered_hours("Tea") == ["09:30 Main hall"]
    assert offered_hours("Bread") == ["09:30 The library", "09:30 Main hall"]


def test_after_what_stands_there_and_not_in_a_closed_room(hall, library, a_session, held, offered_hours):
    held(a_session("Bread", "Priya Ashdown"), "09:30", hall)
    a_session("Tea", "Priya Ashdown")
    nine = datetime(2027, 4, 20, 8, tzinfo=UTC)
    RoomClosure.objects.create(room=library, starts_at=nine, ends_at=nine + timedelta(hours=9))

    # Priya is in the hall until a quarter past ten.
    assert offered_hours("Tea") == ["10:15 Main hall"]


def test_what_is_for_everybody_needs_no_room(hall, a_session, offered_hours):
    a_session("A break", kind="break")

    assert offered_hours("A break") == ["09:30 everywhere"]


def test_where_it_stands_already_is_not_offered(hall, a_session, held, offered_hours):
    held(a_session("Tea"), "09:30", hall)

    assert offered_hours("Tea") == ["10:15 Main hall"]


def test_in_the_morning_of_the_day_its_own_hour_comes_first_and_none_that_has_passed(
    hall, library, a_session, held, offered_hours
):
    held(a_session("Early", minutes=30), "09:30", hall)
    held(a_session("Bread"), "15:00", hall)
    held(a_session("Songs"), "12:00", hall)
    at_eleven = datetime(2027, 4, 20, 10, tzinfo=UTC)

    assert offered_hours("Bread", at_eleven)[:2] == ["15:00 The library", "12:00 The library"]


def test_when_who_brings_it_is_back_though_nothing_else_ends_then(
    hall, library, brought, a_session, held, offered_hours
):
    held(a_session("Welcome", kind="meeting"), "09:30")
    away(brought("Bread", "Una Oakmoor", minutes=10), "09:30", "11:00")

    assert offered_hours("Bread") == ["11:00 The library", "11:00 Main hall"]


def test_when_a_closed_room_is_open_again(hall, a_session, offered_hours):
    RoomClosure.objects.create(room=hall, starts_at=at("09:00"), ends_at=at("12:15"))
    a_session("Bread")

    assert offered_hours("Bread") == ["12:15 Main hall"]


def test_while_there_is_no_room_the_page_says_so(browser, with_hours, a_session):
    page = browser.get(address("placing", with_hours, a_session("Bread").uid)).content.decode()

    assert "Write down a room first" in page
    assert "No free hour was found" not in page

"""The page of a gathering, as somebody reads it who has a place: before the day, on it and afterwards."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.afterwards.models import Outcome
from goldenthread.gatherings.afterwards.tests.conftest import evening, issued  # noqa: F401 (pytest finds them here)
from goldenthread.gatherings.day.tests.conftest import (  # noqa: F401
    at,
    come,
    laid,
    now,
    press,
    sat,
    seat,
    today,
)


@pytest.fixture
def shown(client):
    """The page as this person reads it."""

    def shown(person):
        client.force_login(person)
        return client.get("/gatherings/spring/").content.decode()

    return shown


def test_with_a_place_nobody_is_offered_one(shown, today, come):  # noqa: F811
    ann = come("Ann")["Ann"]
    with time_machine.travel(today.starts_at - timedelta(days=3), tick=False):
        page = shown(ann.person)

    assert ("You have a place." in page, "Keep me a place" in page) == (True, False)
    assert f'href="{ann.get_absolute_url()}"' in page


def test_without_a_place_one_can_have_one(shown, today, bo):  # noqa: F811
    page = shown(bo)

    assert ("You have a place." in page, "Keep me a place" in page) == (False, True)


def test_on_the_day_it_leads_to_the_day(shown, sat):  # noqa: F811
    assert 'href="/gatherings/spring/day/"' in shown(sat["Ann"].person)


def test_before_the_day_it_does_not(shown, today, come):  # noqa: F811
    ann = come("Ann")["Ann"]
    with time_machine.travel(today.starts_at - timedelta(days=3), tick=False):
        assert 'href="/gatherings/spring/day/"' not in shown(ann.person)


def test_afterwards_it_leads_to_what_one_takes_home(shown, today, issued, sat, ada):  # noqa: F811
    Outcome.objects.create(gathering=today, words="A choir.", by=ada)

    page = shown(sat["Ann"].person)

    assert [f"/gatherings/spring/{way}" in page for way in ("day/certificate/", "day/feedback/", "day/ticks/")] == [
        True,
        True,
        True,
    ]


def test_who_was_missed_is_not_offered_a_certificate(shown, issued, sat):  # noqa: F811
    assert "day/certificate/" not in shown(sat["Eli"].person)


def test_what_is_no_longer_so_is_not_said_after_the_day(client, today, evening):  # noqa: F811
    page = client.get("/gatherings/spring/").content.decode()

    stale = ["Add to calendar", "not settled yet", "Keep me a place", "Follow this plan", "The day, so far"]
    assert [words for words in stale if words in page] == []


def test_hours_that_nobody_settled_are_not_missed_afterwards(client, spring):
    type(spring).objects.filter(pk=spring.pk).update(day=spring.day.replace(year=2020))

    assert "not settled yet" not in client.get("/gatherings/spring/").content.decode()


@pytest.fixture
def from_its_email(client):
    return lambda booking: client.get(booking.get_absolute_url()).content.decode()


def test_once_marked_here_my_place_asks_for_nothing_more(from_its_email, sat):  # noqa: F811
    page = from_its_email(sat["Ann"])

    stale = ["We look forward to meeting you", "Show this at the door", "Can’t come?"]
    assert [words for words in stale if words in page] == []
    assert "Good to have you here. You’re ticked in." in page
    assert f'href="/gatherings/spring/day/of/{sat["Ann"].key}/"' in page


def test_after_the_day_my_place_leads_to_what_i_take_home(from_its_email, client, issued, sat):  # noqa: F811
    type(sat["Ann"]).objects.filter(pk=sat["Ann"].pk).update(line="I bring soup.", confirmed_at=sat["Ann"].at)
    page = from_its_email(sat["Ann"])
    mine = f"/gatherings/spring/day/of/{sat['Ann'].key}/"

    ways = [f"{mine}{way}/" for way in ("certificate", "feedback", "ticks")]
    assert [way for way in ways if f'href="{way}"' not in page] == []
    assert [client.get(way).status_code for way in ways] == [200] * 3
    assert ("I bring soup." in page, "Where I sat" in page, "calendar.ics" in page) == (True, True, False)


def test_after_the_day_no_way_from_my_place_ends_in_nothing(client, issued, sat):  # noqa: F811
    ann = sat["Ann"]
    there = f"/gatherings/spring/booking/{ann.key}/tables/"
    pages = [client.get(page).content.decode() for page in (ann.get_absolute_url(), there)]

    assert [page for page in pages if "Wishes for the tables" in page] == []


def test_after_the_day_the_booking_page_says_that_it_is_over(client, evening, sat):  # noqa: F811
    client.force_login(sat["Ann"].person)

    page = client.get("/gatherings/spring/booking/").content.decode()

    assert ("This gathering is over." in page, "You have a place" in page) == (True, False)

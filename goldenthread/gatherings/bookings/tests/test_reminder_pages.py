"""Convenors read when each reminder goes and what it says; they add a line, choose other days, or turn it off."""

from datetime import timedelta

import pytest
from django.urls import reverse

from goldenthread.gatherings.bookings.models import Booking, Reminder
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.tests.at_ten import EVE, WEEK, work
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

PAGE = reverse("bookings:reminders", args=["spring"])
CONVENING = reverse("pages:convening", args=["spring"])


@pytest.fixture
def convenor(client, ada):
    client.force_login(ada)
    return client


def test_another_day_can_be_chosen_and_each_turned_off(convenor, settled):
    convenor.post(PAGE, {"days": "3"})
    [convenor.post(f"{PAGE}{row.pk}/", {"press": "off"}) for row in Reminder.objects.exclude(days=3)]

    assert [work(at) for at in (WEEK, EVE - timedelta(days=2), EVE)] == [[], ["ann"], []]
    assert convenor.post(PAGE, {"days": "31"}).status_code == 422


def test_opening_the_booking_once_more_turns_nothing_on_again(settled, room, ada, now):
    Reminder.objects.all().delete()

    open_booking(room, by=ada, now=now, places=9, until=None, confirm_hours=72, answer_hours=24)

    assert Reminder.objects.count() == 0


def test_convenors_read_when_each_goes_and_to_how_many(convenor, settled):
    pages = [convenor.get(PAGE).text, convenor.get(CONVENING).text]

    assert ["Goes by itself on Tuesday 13 April, 10:00, to 1 person." in page for page in pages] == [True, True]


def test_they_see_it_before_it_goes_and_add_a_line(convenor, settled):
    Booking.objects.filter(name="Ann").update(needs="No stairs.")
    at = f"{PAGE}{Reminder.objects.get(days=7).pk}/"

    page = convenor.post(at, {"line": "Bring a cup.", "shows_address": "on"}, follow=True).text

    assert [words in page for words in ("Bring a cup.", "ada@example.org", "(a personal link)")] == [True] * 3
    # That she told something is hers to know.
    assert ("You told us what you need." in page, settled["Ann"].key in page) == (False, False)
    work(WEEK)
    assert Email.objects.get().answers_to == Person.objects.get(email="ada@example.org")


def test_nobody_ticks_for_somebody_else_nor_takes_a_tick_away(client, settled, ada, kim):
    Reminder.objects.filter(days=7).update(answers_to=ada)
    client.force_login(kim)

    client.post(f"{PAGE}{Reminder.objects.get(days=7).pk}/", {"line": "Bring a cup."})

    assert Reminder.objects.get(days=7).answers_to == ada


def test_what_has_gone_says_so(convenor, settled):
    work(WEEK)

    assert "Went on Tuesday 13 April, 10:00, to 1 person." in convenor.get(PAGE).text


def test_a_draft_says_that_its_reminders_wait_for_it(convenor, everybody):
    assert "if you have said by then that the plan is settled." in convenor.get(PAGE).text

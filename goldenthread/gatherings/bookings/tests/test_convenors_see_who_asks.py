"""What convenors see of those who ask, before anybody has waited too long and after the day."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.html import strip_tags

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.tests.asking import let_them_ask
from goldenthread.outbox.models import Email

AT, NEXT = "/gatherings/spring/bookings/", "/gatherings/spring/convening/"


@pytest.fixture
def by_asking(room, ada, now):
    return let_them_ask(room, ada, now, answer_days=4)


@pytest.fixture
def ann(by_asking, ask, now):
    booking = confirm(ask("Ann", line="I work nights."), now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return booking


def words_of(answer):
    return " ".join(strip_tags(answer.content.decode()).split())


def page(person, at=NEXT):
    browser = Client()
    browser.force_login(person)
    return words_of(browser.get(at))


def test_that_somebody_asks_is_the_first_thing_that_comes_next(ann, ask, ada, now):
    ask("Cat")
    first = Client()
    first.force_login(ada)
    step = first.get(NEXT).context["steps"][0]
    day = (now + timedelta(days=4)).date()

    assert step.what == f"1 person has asked for a place: answer by {day:%A} {day.day} {day:%B}"


def test_who_asked_who_booked_and_who_was_brought_in_are_counted_apart(ann, brought, ada):
    happened = page(ada)

    assert "1 person asked for a place" in happened
    assert "3 people were added to the list" in happened


def test_only_the_reader_is_told_that_somebody_wrote_about_the_cost(read_by, cy, ada, press, now):
    read_by(cy)
    press("ann")
    confirm(Booking.objects.get(email="ann@example.org"), now)
    step = "Somebody wrote to you about the cost"

    assert (step in page(cy), step in page(ada)) == (True, False)

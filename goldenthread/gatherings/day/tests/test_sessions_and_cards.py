"""One person's day beside the tables: wishes, the draw, a session that is taken out, and a card in the open hour."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.open_hour.hanging import set_open_hour
from goldenthread.gatherings.open_hour.models import Topic
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.placing import unplace
from goldenthread.gatherings.programme.tests.showing import held, room, show
from goldenthread.gatherings.signup.chores import draw_sessions, move_session_lists, write_of_sessions
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up, set_draw
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


@pytest.fixture
def day(spring):
    return Gathering.objects.with_facts().get(pk=spring.pk)


@pytest.fixture
def now(day):
    return clock.now()


@pytest.fixture
def sessions(day, ada, now):
    """Two at one hour, whose chairs are drawn in an hour."""
    small = room(day, "Small room", capacity=1)
    sessions = [held(day, "Bread", "10:00", small), held(day, "Chairs", "10:00", room(day, "Hall", capacity=40))]
    draw = set_draw(day, by=ada, now=now, until=now + timedelta(hours=1), most_each=2)
    open_sign_up(sessions, day, by=ada, now=now, draw=draw)
    show(day, by=ada, now=now)
    return sessions


@pytest.fixture
def di(day, now):
    return Booking.objects.create(
        gathering=day, name="Di Weir", email="di@example.org", language="en-gb", state=State.COMING, confirmed_at=now
    )


def press(booking, path, **form_data):
    return Client().post(f"/gatherings/spring/booking/{booking.key}/{path}", form_data, follow=True).text


def test_wishes_are_drawn_told_and_a_session_that_goes_is_told_once(sessions, day, di, ada, now):
    bread, chairs = sessions
    press(di, "sessions/wishes/", wish_1=bread.pk, wish_2=chairs.pk)
    later = now + timedelta(hours=2)

    draw_sessions(later)
    write_of_sessions(later)
    unplace(bread, 1, since_version=bread.placings.get().version, by=ada, now=later)
    show(day, by=ada, now=later)
    for minutes in (5, 20, 40):
        move_session_lists(later + timedelta(minutes=minutes))
        write_of_sessions(later)

    emails = Email.objects.filter(address="di@example.org").order_by("pk")
    assert [("Bread" in email.text, "isn’t held at the hour" in email.text) for email in emails] == [
        (True, False),
        (True, True),
    ]
    assert "You have a chair in “Chairs”." in press(di, f"sessions/{chairs.placings.get().pk}/place/")


def test_a_card_hangs_where_its_host_put_it_and_nobody_else_takes_the_corner(day, di, ada, now):
    open_hour = set_open_hour(day, ["14:00"], ["By the window"], by=ada)
    press(di, "open-hour/", title="Grief", words="")
    press(di, "open-hour/", title="Bread", words="")
    cell = f"{open_hour.rounds.get().pk}-{open_hour.corners.get().pk}"
    for topic in Topic.objects.order_by("pk"):
        press(di, f"open-hour/topics/{topic.pk}/placing/", cell=cell)

    assert [hasattr(topic, "placing") for topic in Topic.objects.order_by("pk")] == [True, False]

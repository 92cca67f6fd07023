"""Whoever tells their sector knows before that places are held for some; and the button says what happens."""

import re
from datetime import timedelta

import pytest
from django.utils.formats import date_format

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.opening import hold_places
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/booking/"
BESIDE, ONLY = "Some places are held for people in health.", "All open places are taken. Some are left of"
KEEP, ASK, WAIT = "Keep me a place", "Ask for a place", "Put me on the waiting list"


@pytest.fixture
def held(room, ada, now):
    def held(places, days=1, sector="health"):
        hold_places(room, by=ada, now=now, sector=sector, places=places, until=now.date() + timedelta(days=days))

    return held


def shown(client):
    page = client.get(AT).content.decode()
    return BESIDE in page, ONLY in page, "Every place is taken" in page


def button(client, at=AT):
    main = client.get(at).content.decode().split("<main")[1]
    return re.findall(rf"<(?:button|a)[^>]*>\s*({KEEP}|{ASK}|{WAIT})\s*<", main)


@pytest.fixture
def email_to():
    """The e-mail that somebody got, in one line."""

    def email_to(booking):
        chores.write_emails(clock.now())
        return " ".join(Email.objects.get(address=booking.email).text.split())

    return email_to


def test_who_waits_beside_held_places_reads_it_in_the_email(held, ask, email_to):
    held(3)
    text = email_to(ask("Ann"))

    assert f"You’re on the waiting list for “A spring day”. {ONLY} those held for people in health until" in text
    assert "Every place" not in text


def test_who_waits_because_all_are_taken_reads_that(ask, email_to):
    *_seated, waits = [ask(name) for name in ["Ann", "Ben", "Cat", "Dot"]]

    assert "Every place at “A spring day” is taken, so you’re on the waiting list." in email_to(waits)


def test_it_stands_beside_the_sectors(client, held):
    held(1)

    assert shown(client) == (True, False, False)


def test_when_the_only_free_places_are_held_it_stands_before_everything(client, held, ask):
    held(3)

    page = client.get(AT).content.decode()
    assert (shown(client), page.index(ONLY) < page.index('name="email"')) == ((True, True, False), True)


def test_a_member_reads_it_too(client, held, bo):
    held(3)
    client.force_login(bo)

    assert shown(client)[:2] == (True, True)


@pytest.mark.parametrize("days", [-1])
def test_it_is_not_said_of_places_whose_day_is_over(client, held, days):
    held(3, days)

    assert shown(client) == (False, False, False)


def test_nor_when_all_of_them_are_taken(client, held, ask):
    held(3)
    [ask(name, sectors=["health"]) for name in ["Ann", "Ben", "Cat"]]

    assert shown(client) == (False, False, True)


@pytest.mark.parametrize("at", ["/gatherings/spring/", AT])
def test_the_button_says_what_happens(client, held, ask, room, at):
    free = button(client, at)
    held(3)
    only_held = button(client, at)
    [ask(name, sectors=["health"]) for name in ["Ann", "Ben", "Cat"]]

    assert (free[-1:], only_held[-1:], button(client, at)[-1:]) == ([KEEP], [ASK], [WAIT])


def test_who_waits_reads_that_they_stay_on_the_waiting_list(client, full):
    page = client.get(full["Dot"].get_absolute_url()).content.decode()

    assert ("Yes, keep me on the waiting list" in page, "Yes, this is me" in page) == (True, False)


def test_of_five_and_more_the_number_is_told_and_of_fewer_it_is_not(client, room, held, now):
    type(room).objects.filter(pk=room.pk).update(places=12)
    held(8, sector="criminal_justice")
    held(4, sector="lived_experience")

    until = date_format(now.date() + timedelta(days=1), "j F")
    words = (
        f"Some are left of the 8 held for people in criminal justice until {until} and those held for people with"
        f" lived experience until {until}."
    )
    assert words in client.get(AT).content.decode()
    assert words in client.get("/gatherings/spring/").content.decode()


def test_a_booking_moves_no_number(client, room, held, ask, now):
    type(room).objects.filter(pk=room.pk).update(places=8)
    held(8)
    before = re.findall(r"the \d+ held", client.get(AT).content.decode())
    ask("Ann", sectors=["health"])

    assert re.findall(r"the \d+ held", client.get(AT).content.decode()) == before == ["the 8 held"]

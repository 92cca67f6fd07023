"""Somebody who was put down rings up and comes: a convenor writes down their yes."""

from datetime import UTC, datetime

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import NotLive, confirm, say_yes_for
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.expecting import ask_each, remember_who_left, to_ask
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, BroughtIn, State
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.outbox.models import Email
from goldenthread.people.closeness import closeness_of

AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


def at(booking):
    return f"/gatherings/spring/bookings/{booking.pk}/"


def test_they_are_coming_and_read_who_wrote_that_down(browser, nan, now):
    before = "They’re coming" in browser.get(at(nan)).content.decode()
    browser.post(f"{at(nan)}confirmation/")
    chores.write_emails(now)

    nan.refresh_from_db()
    after = f"{at(nan)}confirmation/" in browser.get(at(nan)).content.decode()
    assert (before, nan.state, after) == (True, State.COMING, False)
    assert "have noted that you told them you’re coming" in Email.objects.get(address="nan@example.org").text


def test_it_opens_nothing_of_theirs_and_their_own_yes_does(brought, ada, bo, now):
    booking = say_yes_for(Booking.objects.get(name="Bo"), now=now, by=ada)
    before = closeness_of(ada, [bo.pk])
    confirm(booking, now)

    assert (booking.person, before, list(closeness_of(ada, [bo.pk]))) == (None, {}, [bo.pk])


def test_who_wants_no_email_gets_none(nan, ada, now):
    remember_who_left(nan.gathering, ["nan@example.org"], by=ada)
    say_yes_for(nan, now=now, by=ada)
    chores.write_emails(now)

    assert Email.objects.count() == 0


def test_nothing_is_written_down_for_who_answers_themselves_nor_when_it_is_over(browser, ask, nan, ada):
    ann = ask("Ann")
    browser.post(f"{at(ann)}confirmation/")
    with time_machine.travel(AFTER, tick=False):
        browser.force_login(ada)
        page = browser.get(at(nan)).content.decode().split("<main")[1]
        browser.post(f"{at(nan)}confirmation/")
        browser.post(f"{at(nan)}cancellation/")

    states = set(Booking.objects.filter(pk__in=[ann.pk, nan.pk]).values_list("state", flat=True))
    assert (states, "<form" in page) == ({State.WAITING, State.EXPECTED}, False)
    with pytest.raises(NotLive):
        say_yes_for(nan, now=AFTER, by=ada)


@pytest.fixture
def silent(full, room, ada, now):
    """Fay was put on the waiting list and asked whether she wants to be there; Gus after her was not asked."""
    fay, gus = (put_down(room, PlaceRequest(name, f"{name}@example.org"), now=now, by=ada) for name in ["fay", "gus"])
    ask_each(to_ask(room).filter(booking=fay), now=now)
    return full | {"Fay": fay, "Gus": gus}


def test_who_was_asked_while_waiting_and_never_answered_is_passed_over(silent, now, stands):
    for name in ["Dot", "Eli", "Ann"]:
        give_up(silent[name], State.CANCELLED, now=now, by=None)

    assert (stands(silent)["Fay"], stands(silent)["Gus"]) == (State.WAITING, State.EXPECTED)


def test_until_they_or_a_convenor_say_yes(silent, now, stands, ada):
    for name in ["Dot", "Eli", "Ann", "Ben"]:
        give_up(silent[name], State.CANCELLED, now=now, by=None)

    say_yes_for(silent["Fay"], now=now, by=ada)

    assert (stands(silent)["Fay"], stands(silent)["Gus"]) == (State.OFFERED, State.EXPECTED)


def test_a_sheet_with_an_address_that_two_people_share_is_not_the_first_ones(browser, room, nan):
    page = browser.post("/gatherings/spring/bookings/paper/", {"name": "Bert", "email": "nan@example.org", "once": "b"})
    same = browser.post("/gatherings/spring/bookings/paper/", {"name": "nan", "email": "nan@example.org", "once": "n"})

    assert (page.status_code, same.status_code) == (422, 302)
    assert "Nan already has a booking with this address." in page.content.decode()
    assert list(BroughtIn.objects.filter(booking__email="nan@example.org").values_list("booking__name", flat=True)) == [
        "Nan"
    ]


@pytest.mark.parametrize("name", ["Ann", "Dot"])
def test_so_is_the_yes_of_who_has_not_confirmed_or_is_offered_a_place(browser, full, ada, now, name):
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)
    before = "They’re coming" in browser.get(at(full[name])).content.decode()
    browser.post(f"{at(full[name])}confirmation/")
    chores.write_emails(now)

    booking = Booking.objects.get(pk=full[name].pk)
    assert (before, booking.state, booking.person, booking.until) == (True, State.COMING, None, None)
    text = Email.objects.filter(address=booking.email).newest_first()[0].text
    assert "have noted that you told them you’re coming" in text


def test_the_yes_of_who_is_known_stays_theirs(full, ada, now):
    confirm(full["Dot"], now)
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)
    dot = say_yes_for(full["Dot"], now=now, by=ada)

    assert (dot.state, str(dot.person), BroughtIn.objects.count()) == (State.COMING, "Dot", 0)

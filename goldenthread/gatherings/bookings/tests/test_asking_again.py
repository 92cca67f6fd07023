"""A second press for one address: neither a stranger nor the owner takes the other's words away."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import NotLive, confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.kit.six_digits import MOST_TRIES
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/booking/"
ANN = {"name": "Ann", "email": "ann@example.org"}
OWN = ANN | {"needs": "A ramp, please.", "line": "I bring a cake."}
EVE = ANN | {"name": "A. Foolish", "needs": "canary-needs", "line": "canary-line"}


def ann():
    booking = Booking.objects.get()
    return booking.state, booking.name, booking.needs, booking.line


def test_the_owner_who_presses_after_a_stranger_is_listed_with_their_own_words(pressed):
    pressed(EVE)
    browser, at, code, _ = pressed(OWN)

    answer = browser.post(at, {"code": code})

    assert answer.url == Booking.objects.get().get_absolute_url()
    assert ann() == (State.COMING, "Ann", "A ramp, please.", "I bring a cake.")
    assert str(Booking.objects.get().person) == "Ann"


def test_a_stranger_who_presses_after_the_owner_changes_nothing(pressed, room, now):
    browser, at, code, _ = pressed(OWN)
    browser.post(at, {"code": code})

    stranger, there, _code, _ = pressed(EVE)
    answer = stranger.post(there, {"code": "000000"})

    assert (answer.status_code, ann()) == (422, (State.COMING, "Ann", "A ramp, please.", "I bring a cake."))


def test_what_a_stranger_typed_first_goes_as_a_whole(pressed):
    """Also the parts in whose place the owner says nothing."""
    pressed(EVE)
    browser, at, code, _ = pressed(ANN)
    browser.post(at, {"code": code})

    assert ann() == (State.COMING, "Ann", "", "")


def test_what_the_owner_told_before_stays_where_they_say_nothing_new(pressed):
    browser, at, code, _ = pressed(OWN)
    browser.post(at, {"code": code})
    browser, at, code, _ = pressed(ANN | {"line": "I come by train."})

    browser.post(at, {"code": code})

    assert ann() == (State.COMING, "Ann", "A ramp, please.", "I come by train.")


def test_the_button_of_a_press_shows_what_was_typed_and_takes_it(pressed):
    pressed(OWN)
    browser, *_rest, text = pressed(OWN | {"line": "I come by train."})
    page = re.findall(r"/gatherings/spring/booking/[^/\s]+/", text)[0]
    shown = browser.get(page).content.decode()

    browser.post(f"{page}confirmation/")

    assert ("I come by train." in shown, ann()[-1]) == (True, "I come by train.")
    assert browser.get(page).url == Booking.objects.get().get_absolute_url()


def test_before_confirming_one_sees_what_somebody_may_have_typed(pressed):
    browser, *_ = pressed(EVE)

    assert "canary-line" in browser.get(Booking.objects.get().get_absolute_url()).content.decode()


def test_whoever_is_signed_in_takes_their_place_from_who_typed_their_address(room, client, bo, now):
    keep_a_place(room, PlaceRequest("A. Foolish", bo.email, needs="canary-needs", line="canary-line"), now=now)
    client.force_login(bo)
    page = client.get(AT)

    client.post(AT, {"line": "I bring a cake."})

    assert (page.context["mine"], ann()) == (None, (State.COMING, "Bo Hazelmoor", "", "I bring a cake."))


def test_a_second_press_in_another_tab_loses_nothing_of_what_was_told(room, bo, now):
    keep_a_place(room, PlaceRequest("Bo", bo.email, needs="A ramp, please."), now=now, person=bo)

    keep_a_place(room, PlaceRequest("Bo", bo.email, line="I bring a cake."), now=now, person=bo)

    assert ann() == (State.COMING, "Bo", "A ramp, please.", "I bring a cake.")


def test_the_code_of_one_press_opens_both_when_they_say_the_same(room, now):
    tabs = [Client(), Client()]
    pages = [tab.post(AT, OWN).headers["Location"] for tab in tabs]
    chores.write_emails(now)
    code = re.findall(r"^(\d{3} \d{3})$", Email.objects.get().text, re.MULTILINE)[0]

    answers = [tab.post(page, {"code": code}).status_code for tab, page in zip(tabs, pages, strict=True)]

    assert (answers, ann()[0]) == ([302, 302], State.COMING)


def test_a_code_of_a_press_is_tried_three_times_only(pressed):
    pressed(ANN)
    browser, at, code, _ = pressed(OWN)
    for _number in range(MOST_TRIES):
        browser.post(at, {"code": "000000"})

    assert (browser.post(at, {"code": code}).status_code, ann()[0]) == (422, State.KEPT)


def test_a_press_for_a_place_that_was_given_back_says_so(pressed, now):
    pressed(ANN)
    pressed(OWN)
    press = Booking.with_presses.get(state=State.AGAIN)
    give_up(Booking.objects.get(), State.CANCELLED, now=now, by=None)

    with pytest.raises(NotLive):
        confirm(press, now)


def test_a_supporter_who_is_told_later_has_a_seat_if_there_is_one(room, now, pressed):
    browser, at, code, _ = pressed(ANN)
    browser.post(at, {"code": code})
    browser, at, code, _ = pressed(ANN | {"supporter": "Sam"})
    browser.post(at, {"code": code})

    assert (Booking.objects.get().seats, Booking.objects.get().supporter) == (2, "Sam")


def test_a_supporter_who_is_told_later_takes_nobodys_seat(full, room, now):
    ann = confirm(full["Ann"], now)
    press = keep_a_place(room, PlaceRequest("Ann", "ann@example.org", supporter="Sam", has_supporter=True), now=now)

    assert (confirm(press, now), Booking.objects.get(pk=ann.pk).seats) == (ann, 1)


def test_whoever_asked_again_has_as_long_as_anybody_and_a_stranger_keeps_nothing_for_ever(room, now, ask):
    day = timedelta(days=1)
    eve = ask("Ann", line="canary-line")
    chores.remind(now + 2 * day)
    keep_a_place(room, PlaceRequest("Ann", "ann@example.org"), now=now + 2 * day)

    chores.release(now + 4 * day)
    before = Booking.objects.get(pk=eve.pk).state
    keep_a_place(room, PlaceRequest("Ann", "ann@example.org"), now=now + 5 * day)
    chores.release(now + 7 * day)

    assert (before, Booking.objects.get(pk=eve.pk).state) == (State.KEPT, State.RELEASED)


def test_what_was_typed_and_never_confirmed_is_forgotten(pressed, now):
    pressed(OWN)
    pressed(EVE)

    chores.forget_presses(now + timedelta(hours=73))

    assert (Booking.with_presses.filter(state=State.AGAIN).count(), Owed.objects.count()) == (0, 0)


def test_a_second_person_with_one_address_reads_that_they_have_no_place_yet(pressed, now):
    browser, at, code, _ = pressed(ANN)
    browser.post(at, {"code": code})
    second, there, _code, text = pressed(ANN | {"name": "Bert"})

    page = second.get(there).content.decode()
    assert ("One address has one booking" in page, "One address has one booking" in text) == (True, True)

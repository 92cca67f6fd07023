"""What was ended by mistake is put back, and the waiting list can be put in another order, for a reason."""

from datetime import UTC, datetime

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import end_for, give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.plan import turns
from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email

AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def put_back(browser, now):
    """Press the button; what is said then."""

    def put_back(booking):
        page = browser.post(f"/gatherings/spring/bookings/{booking.pk}/return/", follow=True).content.decode()
        chores.write_emails(now)
        return page

    return put_back


@pytest.fixture
def move(browser):
    def move(booking, number, reason="She has a long way."):
        at = f"/gatherings/spring/bookings/{booking.pk}/turn/"
        return browser.post(at, {"number": number, "reason": reason}, follow=True)

    return move


def in_line():
    return [booking.name for booking in Booking.objects.in_waiting_order()]


def test_who_was_ended_by_mistake_has_a_place_again_and_reads_so(ask, ada, now, browser, put_back):
    ann = confirm(ask("Ann", needs="No nuts."), now)
    end_for(ann, apologies=False, now=now, by=ada)
    button = "Put them back" in browser.get(f"/gatherings/spring/bookings/{ann.pk}/").content.decode()

    page = put_back(ann)

    ann.refresh_from_db()
    assert (button, ann.state, ann.needs, ann.ended_at) == (True, State.COMING, "", None)
    assert ("They have a place again." in page, "Correct this booking" in page) == (True, True)
    email = Email.objects.get()
    assert ("the convenors have put it back. You have a place" in email.text, bool(email.calendar)) == (True, True)
    assert Entry.objects.filter(did="put a booking back", key=str(ann.pk), by=ada).count() == 1


def test_where_the_place_has_gone_they_wait_in_their_old_turn(everybody, ada, now, put_back):
    confirm(everybody["Dot"], now)
    end_for(everybody["Ann"], apologies=False, now=now, by=ada)

    page = put_back(everybody["Ann"])

    assert (in_line(), "ahead of those who came after them" in page) == (["Ann", "Eli"], True)
    assert "so you’re on the waiting list" in Email.objects.get(address="ann@example.org").text


def test_the_words_of_whoever_pressed_and_never_confirmed_go_out_in_nobodys_name(ask, now, ada, browser, put_back):
    ann = ask("Ann", line="Vile")
    give_up(ann, State.RELEASED, now=now, by=None)
    chores.write_emails(now)
    Email.objects.all().delete()

    page = put_back(ann)

    at = f"/gatherings/spring/bookings/{ann.pk}/"
    assert ("Nobody has confirmed this address" in page, Booking.objects.get().state) == (True, State.RELEASED)
    assert (Email.objects.count(), "Put them back" in browser.get(at).content.decode()) == (0, False)


def test_who_said_no_themselves_can_only_ask_themselves(room, ada, now, client, put_back):
    bo = put_down(room, PlaceRequest("Bo", "bo@example.org"), now=now, by=ada)
    client.post(f"{bo.get_absolute_url()}cancellation/")

    page = put_back(bo)

    assert ("Only they can ask" in page, Booking.objects.get().state) == (True, State.CANCELLED)


def test_who_booked_again_is_not_there_twice(room, ask, ada, now, put_back):
    ann = confirm(ask("Ann"), now)
    end_for(ann, apologies=False, now=now, by=ada)
    keep_a_place(room, PlaceRequest("Ann", "ann@example.org"), now=now)

    page = put_back(ann)

    assert ("They already have another booking here." in page, Booking.objects.live().count()) == (True, 1)


def test_pressed_twice_and_for_who_is_on_the_list_nothing_happens(ask, now, put_back):
    ann = confirm(ask("Ann"), now)
    page = put_back(ann)

    assert ("done already" in page, Entry.objects.filter(did="put a booking back").count()) == (True, 0)


def test_neither_after_the_day_nor_when_it_is_called_off(room, ask, ada, now, browser, put_back):
    ann = confirm(ask("Ann"), now)
    end_for(ann, apologies=False, now=now, by=ada)
    with time_machine.travel(AFTER, tick=False):
        browser.force_login(ada)
        put_back(ann)
    late = Booking.objects.get().state
    turns.call_off(room, by=ada, because="Snow")
    put_back(ann)

    assert (late, Booking.objects.get().state) == (State.CANCELLED, State.CANCELLED)


def test_the_last_becomes_the_first_and_is_offered_the_next_place(everybody, ada, now, move, stands):
    page = move(everybody["Eli"], 1)
    give_up(everybody["Ann"], State.CANCELLED, now=now, by=None)

    assert "Eli is number 1 on the waiting list now." in page.content.decode().replace("eli@example.org", "Eli")
    assert (stands(everybody)["Eli"], in_line()) == (State.OFFERED, ["Dot"])


def test_everybody_reads_their_own_new_number_and_who_comes_later_is_last(everybody, ask, now, move):
    for name in ["Dot", "Eli"]:
        confirm(everybody[name], now)
    move(everybody["Dot"], 2)
    fay = confirm(ask("Fay"), now)

    numbers = [
        Booking.objects.get(pk=row.pk).place_on_waiting_list() for row in (*map(everybody.get, ["Eli", "Dot"]), fay)
    ]

    assert (in_line(), numbers) == (["Eli", "Dot", "Fay"], [1, 2, 3])


def test_the_reason_stands_at_their_booking_and_goes_with_it(everybody, ada, move, browser):
    eli = everybody["Eli"]
    move(eli, 1)
    page = browser.get(f"/gatherings/spring/bookings/{eli.pk}/").content.decode()
    browser.post(f"/gatherings/spring/booking/{eli.key}/erasure/")

    entry = Entry.objects.get(did="changed a turn on the waiting list")
    assert (entry.by, entry.key, "She has a long way." in page) == (ada, str(eli.pk), True)
    assert (Booking.objects.filter(pk=eli.pk).exists(), Entry.objects.filter(why__contains="long way").exists()) == (
        False,
        False,
    )


@pytest.mark.parametrize(("number", "reason"), [(3, "Because"), (0, "Because"), (1, "")])
def test_without_a_reason_or_a_place_on_the_list_nobody_is_moved(everybody, move, number, reason):
    answer = move(everybody["Eli"], number, reason)

    assert (answer.status_code, in_line()) == (422, ["Dot", "Eli"])


def test_who_does_not_wait_has_no_turn(everybody, move, browser):
    page = move(everybody["Ann"], 1).content.decode()

    assert ("not on the waiting list any more" in page, in_line()) == (True, ["Dot", "Eli"])
    assert (
        "Move them on the waiting list"
        not in browser.get(f"/gatherings/spring/bookings/{everybody['Ann'].pk}/").content.decode()
    )


def test_the_booking_of_who_was_ended_leads_back(full, browser, now):
    confirm(full["Ann"], now)
    answer = browser.post(f"/gatherings/spring/bookings/{full['Ann'].pk}/cancellation/", follow=True)

    assert "Put them back" in answer.content.decode()

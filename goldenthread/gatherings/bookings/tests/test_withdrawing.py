"""I can't come: asked once, and for ten minutes it can be taken back."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State, Withdrawal
from goldenthread.gatherings.bookings.withdrawing import stay_after_all, withdraw

IN_TIME, TOO_LATE = timedelta(minutes=9), timedelta(minutes=11)
AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)


@pytest.fixture
def leaving(everybody, now):
    """Ann gives up her place; Dot and Eli wait."""
    withdraw(everybody["Ann"], State.APOLOGIES, now=now, line="Ill, alas.")
    return everybody


def test_for_ten_minutes_nothing_moves(leaving, now, stands):
    chores.release(now + IN_TIME)

    assert (stands(leaving)["Ann"], stands(leaving)["Dot"], Owed.objects.count()) == (State.COMING, State.WAITING, 0)


def test_then_the_first_on_the_waiting_list_is_offered_it(leaving, now, stands):
    chores.release(now + TOO_LATE)
    chores.release(now + TOO_LATE)

    assert (stands(leaving)["Ann"], stands(leaving)["Dot"]) == (State.APOLOGIES, State.OFFERED)
    assert (Booking.objects.get(name="Ann").line, Withdrawal.objects.count()) == ("Ill, alas.", 0)


def test_taken_back_everything_is_as_it_was(leaving, now, stands):
    stay_after_all(leaving["Ann"], now=now)
    chores.release(now + TOO_LATE)

    assert (stands(leaving)["Ann"], stands(leaving)["Dot"]) == (State.COMING, State.WAITING)


def test_nobody_takes_back_what_was_passed_on(leaving, now):
    chores.release(now + TOO_LATE)

    with pytest.raises(AlreadyOver):
        stay_after_all(leaving["Ann"], now=now)


def test_a_second_press_changes_nothing(leaving, now):
    with pytest.raises(AlreadyOver):
        withdraw(leaving["Ann"], State.CANCELLED, now=now + IN_TIME)

    assert Withdrawal.objects.get().until == now + timedelta(minutes=10)


def test_who_says_that_they_come_or_asks_again_has_taken_it_back(leaving, now, bo):
    confirm(leaving["Ann"], now)
    booking = keep_a_place(leaving["Ann"].gathering, PlaceRequest("Bo", bo.email), now=now, person=bo)
    withdraw(booking, State.CANCELLED, now=now)
    keep_a_place(leaving["Ann"].gathering, PlaceRequest("Bo", bo.email), now=now, person=bo)

    assert Withdrawal.objects.count() == 0


def test_given_to_a_friend_or_ended_by_a_convenor_nothing_is_left_to_take_back(leaving, now):
    give_to(leaving["Ann"], Friend("Flo", "flo@example.org"), now=now)
    withdraw(leaving["Ben"], State.CANCELLED, now=now)
    give_up(leaving["Ben"], State.CANCELLED, now=now, by=None)

    assert Withdrawal.objects.count() == 0


def test_who_leaves_the_waiting_list_is_offered_nothing_meanwhile(everybody, now, stands):
    withdraw(everybody["Dot"], State.CANCELLED, now=now)
    give_up(everybody["Ben"], State.CANCELLED, now=now, by=None)

    assert (stands(everybody)["Dot"], stands(everybody)["Eli"]) == (State.WAITING, State.OFFERED)


def test_and_what_fell_free_meanwhile_if_they_stay(everybody, now, stands):
    for name in ["Dot", "Eli"]:
        withdraw(everybody[name], State.CANCELLED, now=now)
    give_up(everybody["Ben"], State.CANCELLED, now=now, by=None)

    stay_after_all(everybody["Dot"], now=now)

    assert (stands(everybody)["Dot"], stands(everybody)["Eli"]) == (State.OFFERED, State.WAITING)


def test_when_it_is_over_nobody_gives_up_a_place(client, everybody):
    at = everybody["Ann"].get_absolute_url()

    with time_machine.travel(AFTER, tick=False):
        looked, pressed = client.get(f"{at}cancellation/"), client.post(f"{at}cancellation/")

    assert (looked.url, pressed.url, Withdrawal.objects.count()) == (at, at, 0)
    with pytest.raises(AlreadyOver):
        withdraw(everybody["Ann"], State.CANCELLED, now=AFTER)


def test_the_page_asks_once_and_nothing_happens_when_it_is_opened(client, everybody):
    page = client.get(f"{everybody['Ann'].get_absolute_url()}cancellation/").content.decode()

    assert ("Give up my place" in page, "You have ten minutes" in page, Withdrawal.objects.count()) == (True, True, 0)


def test_a_place_goes_to_somebody_else_only_where_somebody_waits(client, everybody):
    at, words = f"{everybody['Ann'].get_absolute_url()}cancellation/", "your place goes to somebody else"
    waited_for = words in client.get(at).content.decode()
    Booking.objects.filter(state=State.WAITING).delete()

    assert (waited_for, words in client.get(at).content.decode()) == (True, False)


def test_on_the_page_it_is_given_up_and_taken_back(client, everybody):
    at = everybody["Ann"].get_absolute_url()

    client.post(f"{at}cancellation/", {"apologies": "on", "line": "Ill, alas."})
    kept = Withdrawal.objects.get()
    page = client.get(at).content.decode()
    back = client.post(f"{at}retraction/", follow=True).content.decode()

    assert (kept.state, kept.line) == (State.APOLOGIES, "Ill, alas.")
    assert ("You’ve given up your place." in page, "Take my place back" in page) == (True, True)
    assert ("What you told us" in page, "Wishes for the tables" in page) == (False, False)
    assert ("Your place is yours again." in back, Withdrawal.objects.count()) == (True, 0)


def test_who_waits_is_asked_for_no_apologies(client, everybody):
    at = everybody["Dot"].get_absolute_url()

    page = client.get(f"{at}cancellation/").content.decode()
    client.post(f"{at}cancellation/")

    assert ("Leave the waiting list?" in page, "apologies" in page) == (True, False)
    assert "You keep your turn." in client.get(at).content.decode()


def test_too_late_says_so(client, leaving, now):
    chores.release(now + TOO_LATE)

    page = client.post(f"{leaving['Ann'].get_absolute_url()}retraction/", follow=True).content.decode()

    assert "It’s too late to take it back" in page

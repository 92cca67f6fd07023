"""Whoever says once more that it is them: what is true stays true, and what they said last counts."""

from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.gatherings.bookings.answering import NotLive, confirm, confirm_by_code, say_yes_for, sealed
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.correcting import correct
from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering

AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)
A_DAY = timedelta(days=1)


def kinds(booking):
    return sorted(booking.owed.values_list("kind", flat=True))


def test_who_comes_and_presses_again_afterwards_is_led_to_their_page(ask, now):
    ann = confirm(ask("Ann"), now)

    assert confirm(ann, AFTER) == ann


def test_who_is_known_and_is_offered_a_place_accepts_it(full, now):
    confirm(full["Dot"], now)
    give_up(full["Ann"], State.CANCELLED, now=now, by=None)

    dot = confirm(full["Dot"], now + A_DAY)

    assert (dot.state, dot.confirmed_at) == (State.COMING, now)


def test_who_waits_is_not_told_that_they_come(full, now):
    dot = confirm(full["Dot"], now)

    assert kinds(dot) == [Owed.Kind.WAITING]


def test_who_was_put_down_says_afterwards_that_it_was_them_and_is_not_told_that_they_come(nan, now):
    nan = confirm(nan, AFTER)

    assert (nan.state, str(nan.person), kinds(nan)) == (State.COMING, "Nan", [])


def test_who_told_a_convenor_and_says_it_again_is_written_to_once(nan, now, ada):
    say_yes_for(nan, now=now, by=ada)

    assert kinds(confirm(nan, now)) == [Owed.Kind.COMING]


def test_that_the_day_moved_is_told_all_the_same(ask, now):
    ann = ask("Ann")
    Owed.objects.create(booking=ann, kind=Owed.Kind.CHANGED, at=now, since=1)

    assert kinds(confirm(ann, now)) == [Owed.Kind.CHANGED, Owed.Kind.COMING]


def test_no_yes_is_written_down_for_what_is_called_off(nan, room, ada, now):
    turns.call_off(room, by=ada)

    with pytest.raises(NotLive):
        say_yes_for(nan, now=now, by=ada)


def test_nor_for_who_waits_and_was_put_down_by_nobody(full, ada, now):
    with pytest.raises(NotLive):
        say_yes_for(full["Eli"], now=now, by=ada)


def test_who_was_forgotten_a_moment_ago_confirms_nothing(ask, now):
    ann = ask("Ann")
    Booking.objects.all().delete()

    with pytest.raises(NotLive):
        confirm(ann, now)


def test_who_waits_and_rings_up_is_not_asked_any_more(full, room, ada, now):
    fay = put_down(room, PlaceRequest("Fay", "fay@example.org"), now=now, by=ada)
    ask_each(to_ask(room).filter(booking=fay), now=now)

    say_yes_for(fay, now=now, by=ada)

    assert (Booking.objects.get(pk=fay.pk).state, kinds(fay)) == (State.WAITING, [])


def test_a_press_that_was_confirmed_is_told_nothing_more(ask, now):
    ask("Ann")
    press = ask("Ann", line="I bring a cake.")

    ann = confirm(press, now)

    assert (kinds(press), kinds(ann), ann.line) == ([], [Owed.Kind.COMING], "I bring a cake.")


def test_the_later_of_two_presses_counts_in_whatever_order_they_are_confirmed(ask, now):
    ben, ann = ask("Ben"), ask("Ann")
    first, second = ask("Ann", line="one"), ask("Ann", line="two")
    lines = [confirm(press, now).line for press in (first, second, first)]

    assert (lines, Booking.objects.get(pk=ann.pk).line) == (["one", "two", "two"], "two")
    assert Booking.objects.get(pk=ben.pk).state == State.KEPT


def test_what_was_corrected_is_not_put_back_by_an_older_link(ask, now):
    ask("Ann")
    press = ask("Ann", sectors=["health"])
    ann = confirm(press, now)
    correct(ann, PlaceRequest("Ann", sectors=["education"]), now=now)

    assert confirm(press, now).sectors == ["education"]


def test_two_codes_of_one_address_are_two_codes(ask, now):
    ann, press = ask("Ann"), ask("Ann", line="Later")
    Booking.with_presses.filter(pk=ann.pk).update(code_hash=sealed(ann, "111111"))
    Booking.with_presses.filter(pk=press.pk).update(code_hash=sealed(press, "222222"))

    answers = [confirm_by_code(booking, code, now) for booking, code in ((ann, "111111"), (press, "222222"))]

    assert [is_first for _booking, is_first in answers] == [True, True]


def test_a_press_finds_the_booking_that_there_is_now(ask, now):
    give_up(ask("Ann"), State.CANCELLED, now=now, by=None)
    ann = ask("Ann")

    assert confirm(ask("Ann", line="Again"), now) == ann


def test_who_gave_up_under_another_address_is_who_they_are(ask, bo, now):
    Booking.objects.filter(pk=ask("Old").pk).update(person=bo, state=State.CANCELLED)

    assert confirm(ask("Bo"), now).person == bo


def test_whoever_books_twice_under_two_addresses_has_two_lines(ask, bo, now):
    """The control: the second stays without a person."""
    Booking.objects.filter(pk=ask("Old").pk).update(person=bo)

    assert confirm(ask("Bo"), now).person is None


def test_who_booked_at_another_gathering_is_who_they_are_at_this_one(ask, bo, ada, now):
    supper = Gathering.begin("Supper", by=ada)
    open_booking(supper, by=ada, now=now, places=3, until=None, confirm_hours=72, answer_hours=24)
    keep_a_place(supper, PlaceRequest("Bo", bo.email), now=now, person=bo)

    assert confirm(ask("Bo"), now).person == bo


def test_a_booking_stays_whose_it_is_though_they_go_by_another_address_since(full, bo, now):
    Booking.objects.filter(pk=full["Ann"].pk).update(person=bo)

    assert confirm(full["Ann"], now).person == bo

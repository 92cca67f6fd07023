from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import NotLive, confirm
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State

KEPT, COMING, WAITING, OFFERED = State.KEPT, State.COMING, State.WAITING, State.OFFERED
A_DAY = timedelta(days=1)


def test_a_place_given_back_is_offered_to_the_first_in_line(full, now, stands):
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)

    assert stands(full) == {"Ann": KEPT, "Ben": State.CANCELLED, "Cat": KEPT, "Dot": OFFERED, "Eli": WAITING}


def test_an_offer_that_is_not_answered_passes_on(full, now, stands):
    give_up(full["Ben"], State.APOLOGIES, now=now, by=None, line="Ill, alas.")

    chores.release(now + 3 * A_DAY)

    assert stands(full) | {"Ann": KEPT, "Cat": KEPT} == {
        "Ann": KEPT, "Ben": State.APOLOGIES, "Cat": KEPT, "Dot": State.LAPSED, "Eli": OFFERED,
    }  # fmt: skip


def test_an_offer_that_is_accepted_is_a_place(full, now):
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)

    dot = confirm(full["Dot"], now)

    assert (dot.state, str(dot.person), dot.until) == (COMING, "Dot", None)


def test_nobody_accepts_what_has_passed_on(full, now):
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)
    chores.release(now + 3 * A_DAY)

    with pytest.raises(NotLive):
        confirm(full["Dot"], now + 3 * A_DAY)


def test_confirming_twice_is_confirming_once(full, now):
    first = confirm(full["Ann"], now)
    second = confirm(full["Ann"], now + A_DAY)

    assert (first.confirmed_at, second.confirmed_at) == (now, now)


def test_who_waits_may_say_that_it_is_them_and_goes_on_waiting(full, now):
    confirm(full["Dot"], now)
    eli = confirm(full["Eli"], now)

    assert (eli.state, str(eli.person), eli.place_on_waiting_list()) == (WAITING, "Eli", 2)


def test_an_unconfirmed_place_is_released_after_a_kind_email(full, now, stands):
    chores.remind(now + 3 * A_DAY)
    chores.remind(now + 3 * A_DAY)
    chores.release(now + 3 * A_DAY)
    reminded = Owed.objects.filter(kind=Owed.Kind.REMINDER).count()

    chores.release(now + 5 * A_DAY)

    assert (reminded, stands(full)["Ann"], stands(full)["Dot"]) == (3, State.RELEASED, OFFERED)


def test_no_place_is_released_without_an_email_first(full, now, stands):
    chores.release(now + 30 * A_DAY)

    assert stands(full)["Ann"] == KEPT


def test_two_workers_release_once(full, now):
    chores.remind(now + 2 * A_DAY)
    chores.release(now + 4 * A_DAY)
    chores.release(now + 4 * A_DAY)

    assert Owed.objects.filter(kind=Owed.Kind.RELEASED).count() == 3


def test_a_place_goes_to_a_friend_and_not_to_the_line(full, now, stands):
    give_to(full["Ben"], Friend("Flo", "flo@example.org"), now=now)

    flo = Booking.objects.get(email="flo@example.org")
    assert (flo.state, stands(full)["Ben"], stands(full)["Dot"]) == (KEPT, State.GIVEN, WAITING)


def test_a_friend_who_waited_is_offered_it_and_loses_nothing_of_what_they_asked_for(full, now, stands):
    Booking.objects.filter(pk=full["Eli"].pk).update(needs="No stairs.", line="Hello")

    give_to(full["Ben"], Friend("Somebody", "eli@example.org"), now=now)

    assert [stands(full)["Dot"], stands(full)["Eli"]] == [WAITING, OFFERED]
    eli = Booking.objects.get(pk=full["Eli"].pk)
    assert (eli.name, eli.needs, eli.line, eli.seats) == ("Eli", "No stairs.", "Hello", 1)


def test_a_friend_who_has_a_place_keeps_it_and_is_written_to_and_mine_passes_on(full, now, stands):
    give_to(full["Ben"], Friend("Ann", "ann@example.org"), now=now)

    assert [stands(full)["Ann"], stands(full)["Dot"]] == [KEPT, OFFERED]
    assert Owed.objects.filter(booking__email="ann@example.org", kind=Owed.Kind.AGAIN).count() == 1


def test_nobody_gives_what_they_do_not_have(full, now):
    with pytest.raises(AlreadyOver):
        give_to(full["Dot"], Friend("Flo", "flo@example.org"), now=now)


def test_cancelling_twice_frees_one_place(full, now, stands):
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)

    with pytest.raises(AlreadyOver):
        give_up(full["Ben"], State.CANCELLED, now=now, by=None)
    assert stands(full)["Eli"] == WAITING


def test_what_was_told_for_the_day_goes_with_the_place(ask, now):
    booking = ask("Ann", needs="No stairs.", supporter="Sam", has_supporter=True)

    give_up(booking, State.CANCELLED, now=now, by=None)

    gone = Booking.objects.get(pk=booking.pk)
    assert (gone.needs, gone.supporter) == ("", "")


def test_whoever_gave_their_place_away_is_told_so(full, now):
    give_to(full["Ben"], Friend("Flo", "flo@example.org"), now=now)

    assert [owed.kind for owed in full["Ben"].owed.all()] == [Owed.Kind.OVER]

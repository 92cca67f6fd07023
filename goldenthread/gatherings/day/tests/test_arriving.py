"""Presses: each once, the last one counts, and all of them are remembered."""

import pytest

from goldenthread.gatherings.bookings.models import Booking, State, Withdrawal
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.day.arriving import close_the_list, open_the_list_again, walk_in
from goldenthread.gatherings.day.models import Arrival, LastCall, Standing
from goldenthread.gatherings.tables.coming import present
from goldenthread.people.models import Person


def test_nobody_was_seen_yet(today, bos):
    assert (Arrival.objects.standing_of(bos), present(today)) == (None, None)


def test_the_last_press_counts(today, bos, press):
    press(bos, Standing.HERE)
    press(bos, Standing.LEFT, 30)

    assert Arrival.objects.standing_of(bos) == Standing.LEFT
    assert today.arrivals.standings() == {bos.pk: Standing.LEFT}


def test_the_last_press_counts_by_the_time_of_the_press_whenever_it_is_told(today, bos, press):
    press(bos, Standing.LEFT, 30)
    press(bos, Standing.HERE, 10)

    assert Arrival.objects.standing_of(bos) == Standing.LEFT


def test_a_press_that_is_told_twice_is_one(today, bos, press):
    press(bos, Standing.HERE, once="one-and-the-same")
    press(bos, Standing.HERE, once="one-and-the-same")

    assert Arrival.objects.count() == 1


def test_corrections_keep_who_and_when(bos, press, ada, at):
    press(bos, Standing.HERE)
    press(bos, Standing.ABSENT, 5)

    arrivals = Arrival.objects.in_order().values_list("standing", "by", "at")
    assert list(arrivals) == [("here", ada.pk, at(0)), ("absent", ada.pk, at(5))]


def test_a_press_from_the_future_was_pressed_now(bos, press, tell, at):
    press(bos, Standing.HERE, -5)

    assert Arrival.objects.get().at == at(-5)


def test_those_who_are_here_are_seated_anew(today, bos, pats, press):
    press(bos, Standing.HERE)
    press(pats, Standing.LATE)
    press(pats, Standing.LEFT, 20)

    assert present(today) == {bos.pk}


def test_whoever_walks_in_has_a_place_and_can_claim_their_page(today, ada, now):
    booking = walk_in(today, "Di Larkspur", once="door", now=now, by=ada)

    person = Person.objects.get(bookings=booking)
    assert (booking.state, person.email, person.joined_at) == (State.COMING, None, None)


def test_walking_in_is_written_down_once(today, ada, now):
    first, again = (walk_in(today, "Di Larkspur", once="door", now=now, by=ada) for _ in range(2))

    assert (first, Person.objects.filter(name="Di Larkspur").count()) == (again, 1)


def test_whoever_walks_in_needs_no_open_booking(spring, ada, now):
    assert walk_in(spring, "Di", once="door", now=now, by=ada).state == State.COMING


def test_the_list_is_closed_once_and_tells_who_did_not_come(today, ada, bos, pats, press, at):
    press(bos, Standing.HERE)

    close_the_list(today, now=at(60), by=ada)
    close_the_list(today, now=at(61), by=ada)

    assert today.arrivals.standings() == {bos.pk: Standing.HERE, pats.pk: Standing.ABSENT}
    assert (LastCall.objects.get().at, Arrival.objects.count()) == (at(60), 2)


def test_opening_the_list_again_takes_back_only_what_closing_it_said(today, ada, bos, pats, press, at):
    press(bos, Standing.ABSENT)
    close_the_list(today, now=at(60), by=ada)

    open_the_list_again(today, by=ada)
    open_the_list_again(today, by=ada)

    assert today.arrivals.standings() == {bos.pk: Standing.ABSENT}
    assert LastCall.objects.count() == 0


@pytest.mark.parametrize("state", [State.CANCELLED, State.WAITING])
def test_whoever_had_no_place_is_not_said_to_have_stayed_away(today, ada, bos, at, state):
    Booking.objects.filter(pk=bos.pk).update(state=state)

    close_the_list(today, now=at(60), by=ada)

    assert today.arrivals.standings() == {}


def test_a_list_that_finds_the_network_after_the_last_call_is_believed(today, ada, bos, pats, press, at):
    close_the_list(today, now=at(60), by=ada)

    press(bos, Standing.HERE, minutes=-10, once="pressed-before-the-call")

    assert today.arrivals.standings() == {bos.pk: Standing.HERE, pats.pk: Standing.ABSENT}


def test_a_press_that_was_heard_before_the_last_call_says_nothing_new(today, ada, bos, pats, press, at):
    press(bos, Standing.HERE)
    press(bos, Standing.COMING, minutes=1)
    close_the_list(today, now=at(60), by=ada)

    press(bos, Standing.HERE)

    assert today.arrivals.standings() == {bos.pk: Standing.ABSENT, pats.pk: Standing.ABSENT}


@pytest.mark.parametrize(("standing", "stays_given_up"), [(Standing.HERE, False), (Standing.ABSENT, True)])
def test_whoever_stands_in_the_door_has_not_given_up_their_place(bos, press, at, standing, stays_given_up):
    withdraw(bos, State.APOLOGIES, now=at(0), line="")

    press(bos, standing)

    assert Withdrawal.objects.filter(booking=bos).exists() is stays_given_up

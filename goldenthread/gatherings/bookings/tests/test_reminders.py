"""Whoever has a place is reminded a week and a day ahead: by itself, once, and only if it still concerns them."""

from datetime import date, timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores, reminding
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, Owed, Reminder, State
from goldenthread.gatherings.bookings.tests.at_ten import EVE, WEEK, work
from goldenthread.gatherings.bookings.tests.changing import moves
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person


def test_whoever_has_a_place_is_reminded_twice_and_nobody_else(settled):
    assert [work(at) for at in (WEEK - timedelta(minutes=1), WEEK, WEEK, EVE, EVE)] == [[], ["ann"], [], ["ann"], []]


def test_it_says_when_and_where_how_to_get_there_and_what_can_be_done(settled, room):
    Gathering.objects.filter(pk=room.pk).update(getting_there="By bus 7.")
    Reminder.objects.filter(days=7).update(line="Bring a cup.")
    Booking.objects.filter(name="Ann").update(needs="No stairs.")

    work(WEEK)

    email = Email.objects.get()
    assert email.subject == "In a week: A spring day, Tuesday 20 April 2027"
    ann = Booking.objects.get(name="Ann")
    words = ["The Old School", "Bring a cup.", "By bus 7.", ann.get_absolute_url(), f"/booking/{ann.key}/told/"]
    assert [each for each in words if each not in email.text] == []
    assert ("No stairs." in email.text, "DTSTART;VALUE=DATE:20270420" in email.calendar) == (False, True)


def test_who_told_nothing_reads_nothing_of_it(settled):
    work(WEEK)

    assert "You told us what you need." not in Email.objects.get().text


@pytest.mark.parametrize(
    "stands", [State.KEPT, State.EXPECTED, State.WAITING, State.OFFERED, State.CANCELLED, State.GIVEN]
)
def test_who_has_no_place_of_their_own_is_not_reminded(settled, stands):
    Booking.objects.filter(name="Ann").update(state=stands)

    assert work(WEEK) == []


@pytest.mark.parametrize(("hours", "reminded"), [(49, ["ann"]), (47, [])])
def test_who_booked_just_before_has_read_it_all(settled, hours, reminded):
    Booking.objects.filter(name="Ann").update(confirmed_at=WEEK - timedelta(hours=hours))

    assert work(WEEK) == reminded


def test_who_is_giving_up_their_place_is_let_be_until_they_take_it_back(settled):
    with time_machine.travel(WEEK, tick=False):
        chores.remind_of_the_day(clock.now())
        withdraw(settled["Ann"], State.CANCELLED, now=clock.now())
        chores.write_emails(clock.now())
    assert Email.objects.count() == 0

    Booking.objects.get(name="Ann").withdrawal.delete()

    assert work(WEEK) == ["ann"]


def test_who_wants_no_more_of_them_gets_no_more(settled, room, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    Refusal.of("ann@example.org", "booking: ahead", about(room)).declare()

    assert work(WEEK) == []


def test_two_bookings_of_one_address_are_one_email(settled):
    Person.objects.filter(email="ann@example.org").update(email="ben@example.org")
    Booking.objects.filter(name="Ben").update(state=State.COMING, confirmed_at=clock.now())

    assert [work(WEEK), work(WEEK + timedelta(minutes=1))] == [["ben"], []]


@pytest.mark.parametrize("act", [turns.call_off, turns.postpone, turns.unsettle])
def test_nobody_is_reminded_of_what_is_off_or_can_not_be_relied_on(settled, room, ada, act):
    act(Gathering.objects.get(pk=room.pk), by=ada, because="Snow")

    assert work(WEEK) == []


def test_on_the_eve_nobody_asks_whether_it_is_a_draft(settled, room, ada):
    turns.unsettle(Gathering.objects.get(pk=room.pk), by=ada)

    assert work(EVE) == ["ann"]


def test_who_was_owed_it_when_it_was_postponed_gets_it_not(settled, room, ada):
    with time_machine.travel(WEEK, tick=False):
        chores.remind_of_the_day(clock.now())
        turns.postpone(Gathering.objects.get(pk=room.pk), by=ada, because="Snow")

    assert work(WEEK) == []


def test_a_day_that_moves_takes_its_reminders_with_it(settled, room, ada):
    assert work(WEEK) == ["ann"]
    moves(room, ada, WEEK, day=date(2027, 4, 27))

    assert [work(at) for at in (EVE, WEEK + timedelta(days=7), EVE + timedelta(days=7))] == [[], ["ann"], ["ann"]]


def test_what_is_owed_of_the_day_before_goes_with_that_day(settled, room, ada):
    with time_machine.travel(WEEK, tick=False):
        chores.remind_of_the_day(clock.now())
    moves(room, ada, WEEK, day=date(2027, 4, 28))

    assert Owed.objects.filter(kind=Owed.Kind.AHEAD).count() == 0


@pytest.mark.parametrize(
    ("at", "reminded"),
    [
        # A house that slept: late in the evening it waits for the morning, and on the next night it is too late.
        (WEEK + timedelta(hours=11), []),
        (WEEK + timedelta(hours=23), ["ann"]),
        (WEEK + timedelta(hours=36), []),
        (EVE + timedelta(hours=20), []),
    ],
)
def test_a_house_that_slept_reminds_late_but_not_at_night(settled, at, reminded):
    assert work(at) == reminded


def test_a_reminder_that_was_added_too_late_does_not_go(settled, room, ada):
    reminding.add(room, 8, now=WEEK - timedelta(hours=20), by=ada)

    assert work(WEEK - timedelta(hours=20)) == []


def test_who_confirms_is_reminded_of_what_they_said_yes_to(settled, now):
    confirm(settled["Ben"], now)

    assert work(WEEK) == ["ann", "ben"]

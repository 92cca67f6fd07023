"""What is called off: everybody hears of it, nothing more happens for it, and it can be taken back."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import NotLive, confirm
from goldenthread.gatherings.bookings.booking_a_place import NotOpen, PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.plan import turns
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

A_WEEK = timedelta(days=7)


def test_all_hear_that_it_is_called_off_and_why(everybody, room, ada, emails):
    turns.call_off(room, by=ada, because="The river rose.")

    written = emails()

    assert {name: email.subject for name, email in written.items()} == dict.fromkeys(
        ["Ann", "Ben", "Cat", "Dot", "Eli"], "Called off: A spring day"
    )
    assert "“A spring day” is called off. It isn’t happening, and you don’t need to do anything." in written["Dot"].text
    assert "The convenors write:\n\nThe river rose." in written["Ann"].text
    assert "It was planned for:\n\nTuesday 20 April 2027" in written["Ann"].text


def test_what_was_owed_before_it_was_called_off_is_not_sent(ask, room, ada, emails):
    ask("Ann")

    turns.call_off(room, by=ada, because="Snow")

    assert {name: email.kind for name, email in emails().items()} == {"Ann": "booking: changed"}


def test_what_is_called_off_stands_still(everybody, room, ada, now, emails):
    turns.call_off(room, by=ada, because="Snow")
    emails()

    give_up(everybody["Ann"], State.CANCELLED, now=now, by=None)
    for later in [now + A_WEEK, now + 2 * A_WEEK]:
        chores.remind(later)
        chores.release(later)
        chores.move_lines(later)

    states = {booking.name: booking.state for booking in Booking.objects.all()}
    assert states == {"Ann": "cancelled", "Ben": "kept", "Cat": "kept", "Dot": "waiting", "Eli": "waiting"}
    assert set(Owed.objects.values_list("kind", flat=True)) == {"over"}


def test_to_what_is_called_off_nobody_can_come(everybody, room, ada, now):
    turns.call_off(room, by=ada, because="Snow")

    with pytest.raises(NotLive):
        confirm(everybody["Ben"], now)
    with pytest.raises(AlreadyOver):
        give_to(everybody["Ann"], Friend("Flo", "flo@example.org"), now=now)
    with pytest.raises(NotOpen):
        keep_a_place(room, PlaceRequest("Ben", "ben@example.org"), now=now, person=ada)


def test_all_hear_that_it_takes_place_after_all_and_have_time_again(everybody, room, ada, now, emails):
    turns.call_off(room, by=ada, because="Snow")
    emails()
    Email.objects.all().delete()
    Booking.objects.filter(state=State.KEPT).update(until=now - A_WEEK, reminded_at=now - A_WEEK)

    turns.reinstate(room, by=ada)
    chores.release(clock.now())
    written = emails()

    assert {email.subject for email in written.values()} == {"It’s going ahead: A spring day"}
    assert (len(written), Booking.objects.filter(state=State.KEPT).count()) == (5, 2)


def test_a_calendar_learns_that_it_is_off(everybody, room, ada, emails):
    turns.call_off(room, by=ada, because="Snow")

    assert "STATUS:CANCELLED" in emails()["Ann"].calendar.splitlines()

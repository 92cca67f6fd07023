"""What another worker did a moment ago is not done again: each chore is shown a row that has changed since it was read."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores, emails
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.outbox.models import Email

A_WEEK = timedelta(days=7)


def test_nobody_is_reminded_twice(ask, now):
    booking = ask("Ann")
    chores._remind(booking, now + A_WEEK)

    chores._remind(booking, now + A_WEEK)

    assert Owed.objects.filter(kind=Owed.Kind.REMINDER).count() == 1


def test_no_email_is_written_twice(ask):
    debt = ask("Ann").owed.get()
    again = Owed.objects.get(pk=debt.pk)
    chores._write([debt])

    chores._write([again])

    assert Email.objects.count() == 1


def test_who_has_just_answered_keeps_their_place(ask, now):
    booking = ask("Ann")
    Booking.objects.update(state=State.COMING, until=None)

    chores._end(Booking.objects.to_release(now), booking, State.RELEASED, now)

    assert Booking.objects.get().state == State.COMING


def test_that_somebody_else_is_late_ends_no_place_of_who_has_just_answered(ask, now):
    ann, _ben = ask("Ann"), ask("Ben")
    Booking.objects.update(until=now, reminded_at=now - A_WEEK)
    Booking.objects.filter(pk=ann.pk).update(state=State.COMING, until=None)

    chores._end(Booking.objects.to_release(now), ann, State.RELEASED, now)

    assert Booking.objects.get(pk=ann.pk).state == State.COMING


def test_an_email_that_cannot_be_written_does_not_take_those_before_it_along(ask, monkeypatch):
    first, second = ask("Ann").owed.get(), ask("Ben").owed.get()
    compose = emails.compose

    def stumble(debt):
        if debt.pk == second.pk:
            raise ZeroDivisionError
        return compose(debt)

    monkeypatch.setattr(emails, "compose", stumble)

    with pytest.raises(ZeroDivisionError):
        chores.write_emails(second.at)

    assert [email.address for email in Email.objects.all()] == [first.booking.address]
    assert list(Owed.objects.all()) == [second]

"""What a reminder says, and a change to whoever was put down or can't come any more because it is over."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.models import Booking, Owed, Reminder, State
from goldenthread.gatherings.bookings.tests.at_ten import EVE, WEEK, work
from goldenthread.gatherings.bookings.tests.changing import moves
from goldenthread.gatherings.plan.chores import send_changes
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


@pytest.mark.parametrize(
    ("at", "subject"),
    [
        (WEEK, "In a week: A spring day, Tuesday 20 April 2027"),
        (WEEK + timedelta(days=1), "Soon: A spring day, Tuesday 20 April 2027"),
        (EVE, "Tomorrow: A spring day, Tuesday 20 April 2027"),
    ],
)
def test_its_first_word_is_how_soon_it_is(settled, at, subject):
    work(at)

    assert Email.objects.get().subject == subject


def test_the_way_there_is_read_without_marks(settled, room):
    Gathering.objects.filter(pk=room.pk).update(getting_there="By **bus 7**:\n\n* _every_ hour")

    work(WEEK)

    assert "Getting there:\n\nBy bus 7:\n\n* every hour\n" in Email.objects.get().text


@pytest.mark.parametrize(
    ("waiting", "words"), [(State.WAITING, "to somebody who waits:"), (State.CANCELLED, "Give your place back:")]
)
def test_a_place_is_for_somebody_who_waits_if_somebody_does(settled, waiting, words):
    Booking.objects.filter(state=State.WAITING).update(state=waiting)

    work(WEEK)

    assert words in Email.objects.get().text


def test_whose_first_email_is_a_change_reads_who_put_them_down_and_may_refuse_it(nan, room, ada):
    moves(room, ada, clock.now(), venue="The Mill")
    send_changes(clock.now() + timedelta(hours=2))
    chores.write_emails(clock.now())

    email = Email.objects.get(address="nan@example.org")
    assert "The convenors put you down for it, and you haven’t answered yet." in email.text
    assert ("We hope it was you." in email.text, bool(email.fewer_at)) == (False, True)


def test_a_day_that_is_over_by_its_new_hours_asks_for_nothing(settled, room):
    Owed.objects.create(booking=settled["Ann"], kind=Owed.Kind.CHANGED)
    Gathering.objects.filter(pk=room.pk).update(day=clock.now().date() - timedelta(days=2))
    chores.write_emails(clock.now())

    text = Email.objects.get(address="ann@example.org").text
    assert ("You keep your place." in text, "It’s over now" in text) == (False, True)


def test_while_nobody_knows_the_day_none_is_due():
    assert Reminder(gathering=Gathering(title="Some day"), days=7).goes_at is None

"""A reminder carries no day and no place that may be put right a moment later."""

from datetime import date, timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.models import Reminded
from goldenthread.gatherings.bookings.tests.at_ten import WEEK, work
from goldenthread.gatherings.bookings.tests.changing import moves
from goldenthread.gatherings.plan.chores import send_changes
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

MINUTES = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("slip", "right"),
    [({"day": date(2027, 4, 27)}, {"day": date(2027, 4, 20)}), ({"venue": "The Mill"}, {"venue": "The Old School"})],
)
def test_it_waits_while_a_slip_may_be_put_right(settled, room, ada, slip, right):
    moves(room, ada, WEEK - 20 * MINUTES, **slip)
    assert work(WEEK) == []
    moves(room, ada, WEEK + 10 * MINUTES, **right)

    send_changes(WEEK + 70 * MINUTES)

    assert work(WEEK + 70 * MINUTES) == ["ann"]
    assert "The Old School" in Email.objects.get(kind="booking: ahead").text
    assert Email.objects.get(kind="booking: ahead").subject.endswith("Tuesday 20 April 2027")


def test_of_a_day_that_is_one_by_mistake_nobody_is_reminded(settled, room, ada):
    moves(room, ada, WEEK - timedelta(days=7, minutes=20), day=date(2027, 4, 13))
    assert work(WEEK - timedelta(days=7)) == []
    moves(room, ada, WEEK - timedelta(days=7, minutes=-10), day=date(2027, 4, 20))

    send_changes(WEEK - timedelta(days=6))

    assert (work(WEEK - timedelta(days=6, hours=20)), Reminded.objects.count()) == ([], 0)


def test_what_was_owed_before_a_change_waits_with_it(settled, room, ada):
    with time_machine.travel(WEEK, tick=False):
        chores.remind_of_the_day(clock.now())
    moves(room, ada, WEEK, venue="The Mill")

    assert work(WEEK + MINUTES) == []
    send_changes(WEEK + 60 * MINUTES)
    assert work(WEEK + 60 * MINUTES) == ["ann"]


def test_who_was_owed_it_when_the_day_moved_and_moved_back_gets_it_after_all(settled, room, ada):
    with time_machine.travel(WEEK, tick=False):
        chores.remind_of_the_day(clock.now())
    moves(room, ada, WEEK, day=date(2027, 4, 28))
    moves(room, ada, WEEK + MINUTES, day=date(2027, 4, 20))

    send_changes(WEEK + 61 * MINUTES)

    assert work(WEEK + 61 * MINUTES) == ["ann"]

"""Of two workers one reminds, one that dies leaves it whole to the next, and many cost no more queries."""

import pytest
from django.db import transaction

from goldenthread.gatherings.bookings import reminding
from goldenthread.gatherings.bookings.models import Booking, Owed, Reminded, Reminder
from goldenthread.gatherings.bookings.tests.at_ten import WEEK, work
from goldenthread.gatherings.plan import turns


def test_of_two_workers_one_reminds(settled):
    reminder = Reminder.objects.of_what_takes_place().get(days=7)

    [reminding.remind(reminder, WEEK) for _ in range(2)]

    assert (Owed.objects.filter(kind=Owed.Kind.AHEAD).count(), Reminded.objects.count()) == (1, 1)


@transaction.atomic
def dies_while_reminding(reminder):
    reminding.remind(reminder, WEEK)
    raise KeyboardInterrupt


def test_a_worker_that_dies_in_the_middle_leaves_all_of_it_to_the_next(settled):
    with pytest.raises(KeyboardInterrupt):
        dies_while_reminding(Reminder.objects.of_what_takes_place().get(days=7))

    assert (Owed.objects.count(), Reminded.objects.count(), work(WEEK)) == (0, 0, ["ann"])


def test_many_are_reminded_in_as_many_queries(room, ada, now, django_assert_max_num_queries):
    turns.settle(room, by=ada)
    some = [
        Booking(gathering=room, name="N", email=f"n{n}@example.org", language="cy", state="coming", at=now)
        for n in range(300)
    ]
    Booking.objects.bulk_create(some)
    reminder = Reminder.objects.of_what_takes_place().get(days=7)

    with django_assert_max_num_queries(12):
        reminding.remind(reminder, WEEK)

    assert Owed.objects.filter(kind=Owed.Kind.AHEAD).count() == 300

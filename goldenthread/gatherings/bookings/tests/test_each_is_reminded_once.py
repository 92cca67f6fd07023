"""Of two workers one reminds, one that dies leaves it whole to the next, and many cost no more queries."""

from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.apps import apps
from django.db import transaction

from goldenthread.gatherings.bookings import migrations, reminding
from goldenthread.gatherings.bookings.models import Booking, Owed, Reminded, Reminder
from goldenthread.gatherings.bookings.tests.at_ten import WEEK, work
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering


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


@pytest.mark.parametrize(("day", "days"), [(date(2199, 4, 20), [7, 1]), (date(2020, 4, 20), []), (None, [7, 1])])
def test_what_could_be_booked_before_there_were_reminders_has_both_if_it_is_to_come(room, day, days):
    Reminder.objects.all().delete()
    Gathering.objects.filter(pk=room.pk).update(day=day)

    # By its name: its number is laid anew when branches meet.
    [name] = [module.name for module in iter_modules(migrations.__path__) if module.name.endswith("_reminders")]
    import_module(f"{migrations.__name__}.{name}").remind_of_what_can_be_booked_already(apps, None)

    assert [reminder.days for reminder in Reminder.objects.in_turn()] == days


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

"""Gatherings whose booking was open before there were reminders have them from the upgrade on."""

from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.apps import apps

from goldenthread.gatherings.bookings import migrations
from goldenthread.gatherings.bookings.models import Opening, Reminder
from goldenthread.gatherings.plan.models import Gathering


@pytest.mark.parametrize(("day", "days"), [(date(2199, 4, 20), [7, 1]), (date(2020, 4, 20), []), (None, [7, 1])])
def test_what_could_be_booked_before_there_were_reminders_has_both_if_it_is_to_come(spring, day, days):
    Opening.objects.create(gathering=spring)
    Gathering.objects.filter(pk=spring.pk).update(day=day)

    # By its name: its number is laid anew when branches meet.
    [name] = [module.name for module in iter_modules(migrations.__path__) if module.name.endswith("_reminders")]
    import_module(f"{migrations.__name__}.{name}").remind_of_what_can_be_booked_already(apps, None)

    assert [reminder.days for reminder in Reminder.objects.in_turn()] == days

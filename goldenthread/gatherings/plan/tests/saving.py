"""Saving a plan at a moment, and what the worker does at another."""

from datetime import UTC, datetime, timedelta

import time_machine

from goldenthread.gatherings.plan.chores import send_changes, tell_followers, write_to_invited
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

TEN = datetime(2027, 3, 1, 10, tzinfo=UTC)


def change(spring, ada, at=TEN, **plan):
    how = {"is_small": plan.pop("is_small", False), "because": plan.pop("because", "")}
    with time_machine.travel(at, tick=False):
        now = Gathering.objects.with_facts().get(pk=spring.pk)
        now.replan(plan, since=now.sequence, by=ada, **how)
    return now


def work(at):
    with time_machine.travel(at, tick=False):
        send_changes(clock.now())
        tell_followers(clock.now())
        write_to_invited(clock.now())
    return list(Email.objects.order_by("pk").values_list("address", flat=True))


def after(**time):
    return TEN + timedelta(**time)

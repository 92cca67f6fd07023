"""Saving a plan at a moment."""

import time_machine

from goldenthread.gatherings.plan.models import Gathering


def moves(room, ada, at, **plan):
    with time_machine.travel(at, tick=False):
        then = Gathering.objects.with_facts().get(pk=room.pk)
        then.replan(plan, since=then.sequence, by=ada, is_small=False)

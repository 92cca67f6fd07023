"""Looking at the e-mails that a change will send, before it is made."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from goldenthread.gatherings.plan.above import Preview, RoomAbovePlan
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.registry import rooms


def preview_of(gathering: Gathering, act: Callable[[Gathering], None]) -> Preview:
    """The act itself, taken back at once: what is shown cannot differ from what will go."""
    with transaction.atomic():
        changed = Gathering.objects.get(pk=gathering.pk)
        act(changed)
        changed = Gathering.objects.with_facts().get(pk=gathering.pk)
        parts = [wing.preview(changed) for wing in rooms(RoomAbovePlan)]
        transaction.set_rollback(True)
    return sum(parts, Preview())

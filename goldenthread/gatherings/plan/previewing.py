"""Looking at the e-mails that a change will send, before it is made."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from goldenthread.gatherings.plan.above import Preview, RoomAbovePlan
from goldenthread.gatherings.plan.in_words import an_hour
from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.kit.registry import rooms


def preview_of(gathering: Gathering, act: Callable[[Gathering], None]) -> Preview:
    """The act itself, taken back at once: what is shown cannot differ from what will go."""
    with transaction.atomic():
        changed = Gathering.objects.get(pk=gathering.pk)
        act(changed)
        preview = what_will_go(gathering)
        transaction.set_rollback(True)
    return preview


def what_will_go(gathering: Gathering) -> Preview:
    """About all that changed and was not written about yet."""
    changed = Gathering.objects.with_facts().get(pk=gathering.pk)
    pending = PendingChanges.objects.of_now(changed)
    parts = [wing.preview(changed) for wing in rooms(RoomAbovePlan)]
    goes_at = an_hour(pending.goes_at.astimezone(changed.zone).time()) if pending else ""
    return sum(parts, Preview(goes_at=goes_at))

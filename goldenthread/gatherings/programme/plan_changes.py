"""When the day moves, its programme moves with it, by as many days: the draft, and what everybody reads.

The clock on the wall stays, whatever the hours or the zone.
"""

from __future__ import annotations

from django.db.models import F
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.pending_changes import QUIET, goes_at_once
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.programme.releasing import move_release
from goldenthread.gatherings.programme.room_changes import keep_lost


def plan_changed(before: Gathering, after: Gathering) -> None:
    if before.ends_at != after.ends_at:
        keep_lost(after)
    if before.day is None or after.day is None or before.day == after.day:
        return
    moved_by = after.day - before.day
    placings = Placing.objects.of(after)
    days = sorted(set(placings.values_list("day", flat=True)), reverse=after.day > before.day)
    # The foremost first: none comes to stand where the next has not left yet.
    for day in days:
        Placing.objects.of(after).on(day).update(day=day + moved_by, version=F("version") + 1)
    # With the e-mails about the plan itself.
    due = after.changed_at if goes_at_once(before, after) else after.changed_at + QUIET
    move_release(before, after, due=due)


def programme_in_words(gathering: Gathering) -> str:
    """For whoever has just moved the day or the hours. Empty while nothing has an hour."""
    if not Placing.objects.of(gathering).exists():
        return ""
    return _(
        "The programme moved with the day, and each session keeps its time on the clock. Please check it:"
        " people may be away then, and rooms closed."
    )

"""When the day moves, its programme moves with it, by as many days: the draft, and what everybody reads.

The clock on the wall stays, whatever the hours or the zone.
"""

from __future__ import annotations

from django.db.models import F
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.programme.releasing import move_release
from goldenthread.gatherings.programme.room_changes import keep_lost


def plan_changed(before: Gathering, after: Gathering, written_to: set[str]) -> None:
    if before.ends_at != after.ends_at:
        keep_lost(after)
    if before.day is None or after.day is None or before.day == after.day:
        return
    moved_by = after.day - before.day
    placings = Placing.objects.of(after)
    days = sorted(set(placings.values_list("day", flat=True)), reverse=after.day > before.day)
    # The foremost first: none comes to stand where the next has not left yet.
    for day in days:
        Placing.objects.of(after).on(day).update(day=day + moved_by, version=F("version") + 1, at=after.changed_at)
    concerned = [affected for affected in move_release(before, after) if not affected.is_first]
    # Who follows the plan hears of the rest of it, too, which our e-mail says nothing of.
    followers = {email.lower() for email in after.followings.values_list("person__email", flat=True) if email}
    written_to.update({affected.voice.address.lower() for affected in concerned} - followers - {""})


def programme_in_words(gathering: Gathering) -> str:
    """For whoever has just moved the day or the hours. Empty while nothing has an hour."""
    if not Placing.objects.of(gathering).exists():
        return ""
    return _(
        "The programme moved with the day, and each session keeps its time on the clock. Please check it:"
        " people may be away then, and rooms closed."
    )

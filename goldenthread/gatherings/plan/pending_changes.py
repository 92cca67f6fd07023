"""Changes of a plan gather for an hour, and go in one e-mail to each: unless they can't wait, or turn out to be slips."""

from datetime import datetime, timedelta

from django.db import transaction

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.gatherings.plan.models.pending_changes import LONGEST_REASON
from goldenthread.gatherings.plan.urgent_changes import URGENT_TURNS, differences_since
from goldenthread.journal.note import note
from goldenthread.kit.registry import rooms
from goldenthread.people.models import Person

Turn = Gathering.Turn
# An hour after the last of them; whoever saves all afternoon keeps nobody waiting for longer than three.
QUIET, LONGEST = timedelta(hours=1), timedelta(hours=3)


class AlreadyGone(Exception):
    """They went a moment ago, or somebody said that they need not go."""


class NoSlip(Exception):
    """Another day or hour is no small mistake, nor is anything else that was said of the gathering."""


def gather(before: Gathering, after: Gathering) -> None:
    """What has just been recorded starts them, or joins them; what can't wait takes along those that do."""
    if after.turn == Turn.TIDIED:
        return
    if goes_at_once(before, after):
        for pending in PendingChanges.objects.of(after):
            pending.delete()
            _give_reason(after, after.because or pending.because)
        return
    now = after.changed_at
    pending, _is_new = PendingChanges.objects.get_or_create(
        gathering=after, defaults={"since": before.news, "first_at": now, "goes_at": now}
    )
    pending.goes_at = min(now + QUIET, pending.first_at + LONGEST)
    pending.because = after.because[:LONGEST_REASON] or pending.because
    pending.save(update_fields=["goes_at", "because"])


def goes_at_once(before: Gathering, after: Gathering) -> bool:
    """That it is off, or on again; and anything about today or tomorrow, as the days are where it takes place."""
    return after.turn in URGENT_TURNS or any(_is_close(plan, after.changed_at) for plan in (before, after))


def say_why(pending: PendingChanges, because: str) -> None:
    """Raises `AlreadyGone`."""
    if not PendingChanges.objects.filter(pk=pending.pk).update(because=because):
        raise AlreadyGone


@transaction.atomic
def send(pending: PendingChanges) -> None:
    """From now on the worker may write what is owed. The reason becomes one of the plan. Raises `AlreadyGone`."""
    _give_reason(_locked(pending), pending.because)


@transaction.atomic
def drop(pending: PendingChanges, *, by: Person) -> None:
    """They were slips: nobody is e-mailed about them. Raises `AlreadyGone` and `NoSlip`."""
    gathering = _locked(pending)
    if not may_be_slips(pending):
        raise NoSlip
    gathering.history.filter(sequence__gt=pending.since).update(turn=Turn.TIDIED)
    news = gathering.history.exclude(turn=Turn.TIDIED).order_by("-sequence").values_list("sequence", flat=True)
    Gathering.objects.filter(pk=gathering.pk).update(turn=Turn.TIDIED, news=news[0])
    note(by, "sent no e-mail about small mistakes", gathering)
    for wing in rooms(RoomAbovePlan):
        wing.changes_dropped(gathering, pending)


def may_be_slips(pending: PendingChanges) -> bool:
    """As `Gathering.replan` takes them for one: not another day or hour. Nor a turn, which somebody pressed a button for."""
    gathering = pending.gathering
    turns = set(gathering.history.filter(sequence__gt=pending.since).values_list("turn", flat=True))
    changed = {difference.key for difference in differences_since(gathering, pending.since)}
    return turns <= {Turn.EDITED, Turn.TIDIED} and not changed & {"when", "hours"}


def _locked(pending: PendingChanges) -> Gathering:
    """Whoever saves the plan locks it, too: what was not looked at does not go with the rest."""
    gathering = Gathering.objects.select_for_update().get(pk=pending.gathering_id)
    mine, _rows = PendingChanges.objects.filter(pk=pending.pk, goes_at=pending.goes_at).delete()
    if not mine:
        raise AlreadyGone
    return gathering


def _give_reason(gathering: Gathering, because: str) -> None:
    """As the reason of its newest version."""
    Gathering.objects.filter(pk=gathering.pk).update(because=because)
    gathering.history.filter(sequence=gathering.sequence).update(because=because)


def _is_close(plan: Gathering, now: datetime) -> bool:
    """Today or tomorrow, or under way."""
    if plan.day is None:
        return False
    today = now.astimezone(plan.zone).date()
    return plan.day <= today + timedelta(days=1) and (plan.last_day or plan.day) >= today

"""Changes of a plan gather for an hour, and go in one e-mail to each: unless they can't wait, or turn out to be slips."""

from datetime import datetime, timedelta

from django.db import transaction

from goldenthread.gatherings.plan.above import Preview, RoomAbovePlan
from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.gatherings.plan.previewing import what_will_go
from goldenthread.gatherings.plan.reasons import standing_since
from goldenthread.gatherings.plan.urgent_changes import URGENT_TURNS, moves_since
from goldenthread.journal.note import note
from goldenthread.kit.registry import rooms
from goldenthread.people.models import Person

Turn = Gathering.Turn
# An hour after the last of them; whoever saves all afternoon keeps nobody waiting for longer than three.
QUIET, LONGEST = timedelta(hours=1), timedelta(hours=3)


class AlreadyGone(Exception):
    """They went a moment ago, or somebody said that they need not go."""


class NoSlip(Exception):
    """Another day, hour or place is no small mistake, nor is anything else that was said of the gathering."""


def gather(before: Gathering, after: Gathering) -> None:
    """What has just been recorded starts them, or joins them; what can't wait takes along those that do."""
    if after.turn == Turn.TIDIED:
        return
    if goes_at_once(before, after):
        PendingChanges.objects.of(after).delete()
        return
    now = after.changed_at
    pending, _is_new = PendingChanges.objects.get_or_create(
        gathering=after, defaults={"since": before.news, "first_at": now, "goes_at": now}
    )
    pending.goes_at = min(now + QUIET, pending.first_at + LONGEST)
    pending.save(update_fields=["goes_at"])


def goes_at_once(before: Gathering, after: Gathering) -> bool:
    """That it is off, or on again; and anything about today or tomorrow, as the days are where it takes place."""
    return after.turn in URGENT_TURNS or any(_is_close(plan, after.changed_at) for plan in (before, after))


def reason(pending: PendingChanges) -> str:
    """Which was given for the newest of them that is still so."""
    version = pending.gathering.history.filter(sequence=_to_explain(pending)).values_list("because", flat=True)
    return version.first() or ""


@transaction.atomic
def say_why(pending: PendingChanges, because: str) -> None:
    """Raises `AlreadyGone`."""
    gathering = Gathering.objects.select_for_update().get(pk=pending.gathering_id)
    if not PendingChanges.objects.filter(pk=pending.pk).exists():
        raise AlreadyGone
    pending.gathering = gathering
    number = _to_explain(pending)
    Gathering.objects.filter(pk=gathering.pk, sequence=number).update(because=because)
    gathering.history.filter(sequence=number).update(because=because)


@transaction.atomic
def send(pending: PendingChanges) -> None:
    """From now on the worker may write what is owed. Raises `AlreadyGone`."""
    _locked(pending)


def send_now(pending: PendingChanges) -> None:
    """What was seen, and nothing that is saved a moment later: it is written here. What is not written when we die, or of
    very many, the worker writes. Raises `AlreadyGone`."""
    send(pending)
    for wing in rooms(RoomAbovePlan):
        wing.changes_sent(pending.gathering)


@transaction.atomic
def drop(pending: PendingChanges, *, by: Person) -> None:
    """They were slips: nobody is e-mailed about them. Raises `AlreadyGone` and `NoSlip`."""
    gathering = _locked(pending)
    pending.gathering = gathering
    if not may_be_slips(pending, what_will_go(gathering)):
        raise NoSlip
    gathering.history.filter(sequence__gt=pending.since).update(turn=Turn.TIDIED)
    news = gathering.history.exclude(turn=Turn.TIDIED).order_by("-sequence").values_list("sequence", flat=True)
    Gathering.objects.filter(pk=gathering.pk).update(turn=Turn.TIDIED, news=news[0])
    note(by, "sent no e-mail about small mistakes", gathering)
    for wing in rooms(RoomAbovePlan):
        wing.changes_dropped(gathering, pending)


def may_be_slips(pending: PendingChanges, preview: Preview) -> bool:
    """Not another day, hour or place, nor a turn, which somebody pressed a button for. Nor if anybody read of another day
    meanwhile: they are owed the way back."""
    gathering, since = pending.gathering, pending.since
    turns = set(gathering.history.filter(sequence__gt=since).values_list("turn", flat=True))
    if not turns <= {Turn.EDITED, Turn.TIDIED} or moves_since(gathering, since) or preview.people:
        return False
    behind = gathering.followings.filter(told__gt=since, told__lt=gathering.news).values_list("told", flat=True)
    return not any(moves_since(gathering, number) for number in behind.distinct())


def _to_explain(pending: PendingChanges) -> int:
    gathering = pending.gathering
    return max(standing_since(gathering, pending.since), default=gathering.sequence)


def _locked(pending: PendingChanges) -> Gathering:
    """Whoever saves the plan locks it, too: what was not looked at does not go with the rest."""
    gathering = Gathering.objects.select_for_update().get(pk=pending.gathering_id)
    mine, _rows = PendingChanges.objects.filter(pk=pending.pk, goes_at=pending.goes_at).delete()
    if not mine:
        raise AlreadyGone
    return gathering


def _is_close(plan: Gathering, now: datetime) -> bool:
    """Today or tomorrow, or under way."""
    if plan.day is None:
        return False
    today = now.astimezone(plan.zone).date()
    return plan.day <= today + timedelta(days=1) and (plan.last_day or plan.day) >= today

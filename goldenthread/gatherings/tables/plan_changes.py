"""When the day moves, its rounds move with it; when the place does, what its tables offered stays behind."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.venue import has_moved
from goldenthread.gatherings.tables.arranging import A_GOOD_HOUR, was_held
from goldenthread.gatherings.tables.models import Round, Table
from goldenthread.kit import clock


def place_changed(before: Gathering, after: Gathering) -> None:
    """The loop of the old hall hangs in the old hall. What was written down stays, to be looked at; an address that was only
    mistyped moves nothing."""
    if after.turn != Gathering.Turn.TIDIED and has_moved(before, after):
        Table.objects.filter(arrangement__gathering=after).that_offer_something().update(is_to_be_checked=True)


def plan_changed(before: Gathering, after: Gathering, written_to: set[str]) -> None:
    """By the clock on the wall: a round at ten is at ten on the new day, also when the clocks have changed since."""
    rounds = list(Round.objects.filter(arrangement__gathering=after, starts_at__isnull=False).order_by("number"))
    if after.day is None or not rounds or _times(before) == _times(after):
        return
    moved_by = _moved_by(before, after, _wall(rounds[0], before.zone))
    # Of a gathering that is on another day nothing has been held, however long ago it was to begin.
    held = [round_ for round_ in rounds if before.day == after.day and was_held(round_)]
    places = {round_.pk: _wall(round_, before.zone) + moved_by for round_ in rounds if round_ not in held}
    # Somebody moved the others before the plan was: where they are, they may be right already.
    moved = {key: at.replace(tzinfo=after.zone) for key, at in places.items() if _is_within(after, at)}
    over = max((round_.ends_at for round_ in held if round_.ends_at), default=None)
    if over and moved and min(moved.values()) < over:
        # None comes before one that has begun, nor before another that would have to stay.
        return
    for key, at in moved.items():
        Round.objects.filter(pk=key).update(starts_at=at)


def rounds_in_words(gathering: Gathering) -> str:
    """When each begins that is still to come: for whoever has just moved the day. Empty while none has an hour."""
    timed = Round.objects.filter(arrangement__gathering=gathering, starts_at__isnull=False).order_by("number")
    rounds = timed.filter(starts_at__gt=clock.now())
    each = [f"{round_}: {_on_the_clock(round_, gathering.zone)}" for round_ in rounds]
    if not each:
        return ""
    words = _("Please check when the rounds begin. %(rounds)s.") % {"rounds": "; ".join(each)}
    if not any(was_held(round_) for round_ in timed):
        return words
    return f"{words} {_('A round that has begun keeps its hour, and none is moved before it.')}"


def _on_the_clock(round_: Round, zone: ZoneInfo) -> str:
    at = _wall(round_, zone)
    return f"{date_format(at, 'j F')}, {time_format(at, 'H:i')}"


def _is_within(plan: Gathering, at: datetime) -> bool:
    last_day = plan.last_day or plan.day
    return plan.day is not None and last_day is not None and plan.day <= at.date() <= last_day


def _times(plan: Gathering) -> tuple[object, ...]:
    return plan.day, plan.from_time, plan.time_zone


def _wall(round_: Round, zone: ZoneInfo) -> datetime:
    at = round_.starts_at
    assert at  # noqa: S101 - only rounds with an hour come here
    return at.astimezone(zone).replace(tzinfo=None)


def _moved_by(before: Gathering, after: Gathering, first: datetime) -> timedelta:
    """While no day or hour was known, from where the first round was laid in its place."""
    was, day = before.day or first.date(), after.day or first.date()
    days = timedelta(days=(day - was).days)
    hour = before.from_time or (first.time() if first.time() == A_GOOD_HOUR else None)
    if hour is None or after.from_time is None:
        return days
    return days + (datetime.combine(day, after.from_time) - datetime.combine(day, hour))

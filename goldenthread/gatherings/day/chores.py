"""What happens by itself on the day and after it."""

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.day import meeting, rules
from goldenthread.gatherings.day.models import DaySheet, Reflection, Tick
from goldenthread.gatherings.day.ticking import tie
from goldenthread.gatherings.plan.models import Gathering

SHEETS_ARE_KEPT_FOR = TICKS_ARE_KEPT_FOR = LINES_ARE_KEPT_FOR = timedelta(days=14)
# So long after the day somebody may still correct who was there.
CORRECTED_FOR_DAYS = 60


def write_down_encounters(now: datetime) -> None:
    """After each round, and again after each correction."""
    held = Gathering.objects.filter(meeting.lately(now, CORRECTED_FOR_DAYS), arrangement__isnull=False)
    for gathering in held.order_by("pk"):
        for round_ in meeting.to_write_down(gathering, now):
            meeting.write_down(gathering, round_, now)


def tie_threads(now: datetime) -> None:
    """When a gathering is over: all at once, so that the moment tells nothing."""
    ticked = Tick.objects.mutual().order_by("gathering", "pk").values_list("gathering", "by", "to")
    pairs: dict[int, set[tuple[int, int]]] = {}
    for key, one, other in ticked:
        pairs.setdefault(key, set()).add((min(one, other), max(one, other)))
    for gathering in Gathering.objects.filter(pk__in=pairs).order_by("pk"):
        if rules.is_over(gathering, now):
            for pair in sorted(pairs[gathering.pk]):
                tie(gathering, pair)


def forget_ticks(now: datetime) -> None:
    """Those that nobody answered. Nobody ever learns of them."""
    Tick.objects.of_gatherings_before(timezone.localdate(now - TICKS_ARE_KEPT_FOR)).delete()


def forget_day_sheets(now: datetime) -> None:
    """Whom to go to, and how to reach them, is for the day."""
    DaySheet.objects.filter(_held_before(timezone.localdate(now - SHEETS_ARE_KEPT_FOR))).delete()


def forget_unread_lines(now: datetime) -> None:
    """Lines for the wall that no host let show. Those on the wall stay with the gathering."""
    Reflection.objects.unread().filter(_held_before(timezone.localdate(now - LINES_ARE_KEPT_FOR))).delete()


def _held_before(day: date) -> Q:
    return Q(gathering__last_day__lt=day) | Q(gathering__last_day=None, gathering__day__lt=day)

"""Who met whom, written down from the tables as they were held; and taken back where that was wrong."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from goldenthread.gatherings.day.held_tables import HeldTable, place_of, tables_held, window
from goldenthread.gatherings.day.models import Arrival, HeldRound
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Announcement, Round
from goldenthread.threads.meeting import everybody_with_everybody, they_met, unmeet
from goldenthread.threads.models import Encounter, Where

# What somebody said may reach us so much later than the moment it bears: another process had not committed it yet.
UNDER_WAY = timedelta(minutes=2)


def to_write_down(gathering: Gathering, now: datetime) -> list[Round]:
    """Rounds that are over, and of which nothing was written yet; or something was said of it since."""
    rounds = Round.objects.filter(arrangement__gathering=gathering).select_related("held").order_by("number")
    heard = Arrival.objects.filter(gathering=gathering).order_by("-heard_at").values_list("heard_at", flat=True).first()
    announcement = Announcement.objects.newest_at(gathering)
    news = max([at for at in (heard, announcement and announcement.at) if at], default=None)
    over = [round_ for round_ in rounds if (lasts := window(round_, gathering)) and lasts[1] <= now]
    return [round_ for round_ in over if _is_old(round_, news)]


@transaction.atomic
def write_down(gathering: Gathering, round_: Round, now: datetime) -> None:
    """Twice is once; after a correction, what does not hold any more goes."""
    HeldRound.objects.update_or_create(round=round_, defaults={"written_at": now})
    held = tables_held(gathering, [round_])
    lasts = window(round_, gathering)
    wanted = {table.table.label: table for table in held}
    for label in _labels_written(gathering, round_) - wanted.keys():
        unmeet(Where(place_of(gathering), round=round_.number, table=label))
    for table in held:
        _write_table(gathering, table, at=lasts[1] if lasts else now)


def _write_table(gathering: Gathering, table: HeldTable, *, at: datetime) -> None:
    where, pairs = table.where(gathering), set(everybody_with_everybody(table.people))
    wrong = Encounter.objects.filter(**where.identity()).pairs() - pairs
    if wrong:
        unmeet(where, wrong)
    they_met(pairs, where=where, at=at)


def _labels_written(gathering: Gathering, round_: Round) -> set[str]:
    written = Encounter.objects.filter(where_key=place_of(gathering), round=round_.number)
    return set(written.values_list("table", flat=True).distinct())


def _is_old(round_: Round, news: datetime | None) -> bool:
    held = getattr(round_, "held", None)
    return held is None or (news is not None and held.written_at <= news + UNDER_WAY)


def lately(now: datetime, days: int) -> Q:
    """Gatherings that were held in the last days, or are being held."""
    today = now.date()
    first = today.toordinal() - days
    return Q(day__lte=today, day__gte=today.fromordinal(first)) | Q(
        last_day__gte=today.fromordinal(first), day__lte=today
    )

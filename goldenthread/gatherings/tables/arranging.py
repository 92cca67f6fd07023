"""How people are to sit: good defaults from the number of those who come, and what convenors change of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Sum
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Feature
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.coming import to_be_seated
from goldenthread.gatherings.tables.models import Arrangement, Round, Seat, Table
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.people.models import Person

# Nobody said when it begins.
A_GOOD_HOUR = time(10)
# Rounds, their minutes, and the minutes between two: the first of these that is over before the gathering is.
GOOD_DAYS = ((3, 45, 15), (2, 45, 15), (2, 25, 5))


class Manner(models.TextChoices):
    """Whether people stay with the same others, or meet new ones in every round."""

    ROTATIONS = "rotations", _("New faces in every round")
    HOME = "home", _("One home group all day")
    BOTH = "both", _("A home group first and last, new faces in between")


@dataclass(frozen=True)
class Outline:
    """A whole day of tables in a few words."""

    rounds: int
    first_at: datetime | None
    minutes: int
    pause: int
    size: int
    tables: int
    manner: str = Manner.ROTATIONS
    seconds: int = 5


def outline_for(gathering: Gathering) -> Outline:
    """What suits so many people: small tables for few, eight for many, three rounds with pauses, or as
    many as there is time for."""
    people = how_many(gathering)
    rounds, minutes, pause = _rounds_for(gathering)
    size = 4 if people <= 16 else 6 if people <= 48 else 8
    return Outline(
        rounds=rounds,
        first_at=_first_at(gathering),
        minutes=minutes,
        pause=pause,
        size=size,
        tables=max(1, -(-people // size)),
        seconds=3 if people <= 200 else 5 if people <= 1000 else 10,
    )


def how_many(gathering: Gathering) -> int:
    """Seats, not bookings."""
    return to_be_seated(gathering).aggregate(n=Sum("seats"))["n"] or 0


@transaction.atomic
def arrange(gathering: Gathering, outline: Outline, *, by: Person | None) -> Arrangement:
    """Lay out rounds and tables anew. What somebody named, hosted or equipped stays as it is."""
    arrangement, is_new = Arrangement.objects.update_or_create(
        gathering=gathering, defaults={"seconds": outline.seconds}
    )
    _lay_out_rounds(arrangement, outline)
    _lay_out_tables(arrangement, outline)
    note(by, "laid out the tables" if is_new else "laid the tables out anew", gathering)
    return arrangement


def outline_of(arrangement: Arrangement) -> Outline:
    """The same few words, read from what is laid out."""
    rounds = list(arrangement.rounds.order_by("number"))
    tables = list(arrangement.tables.filter(is_closed=False))
    home = [round_.is_home for round_ in rounds]
    manner = Manner.HOME if all(home) and home else Manner.BOTH if any(home) else Manner.ROTATIONS
    return Outline(
        rounds=len(rounds),
        first_at=rounds[0].starts_at if rounds else None,
        minutes=rounds[0].minutes if rounds else 45,
        pause=_pause(rounds),
        size=max((table.most for table in tables), default=8) - 1,
        tables=len(tables),
        manner=manner,
        seconds=arrangement.seconds,
    )


def told_of_later_rounds(arrangement: Arrangement, number: int) -> int:
    """How many were told where they sit in rounds after this one that have not begun."""
    now = clock.now()
    rounds = [row for row in arrangement.rounds.filter(number__gt=number) if not row.has_begun(now)]
    seats = Seat.objects.announced().filter(round__in=rounds)
    return seats.values("booking").distinct().count()


def _pause(rounds: Sequence[Round]) -> int:
    first, second = [*rounds, None, None][:2]
    if first is None or second is None or first.ends_at is None or second.starts_at is None:
        return 15
    return max(0, int((second.starts_at - first.ends_at).total_seconds() // 60))


def _first_at(gathering: Gathering) -> datetime | None:
    if gathering.day is None:
        return None
    return datetime.combine(gathering.day, gathering.from_time or A_GOOD_HOUR, gathering.zone)


def _rounds_for(gathering: Gathering) -> tuple[int, int, int]:
    first_at, ends = _first_at(gathering), gathering.ends_at
    if first_at is None or ends is None or gathering.to_time is None:
        return GOOD_DAYS[0]
    minutes = int((ends - first_at).total_seconds() // 60)
    fitting = (way for way in GOOD_DAYS if way[0] * (way[1] + way[2]) - way[2] <= minutes)
    return next(fitting, (2, max(1, minutes // 2), 0))


def _lay_out_rounds(arrangement: Arrangement, outline: Outline) -> None:
    """A round that people have sat in is not laid out again, nor taken away."""
    last = outline.rounds
    for number in range(1, last + 1):
        at = outline.first_at and outline.first_at + timedelta(minutes=(outline.minutes + outline.pause) * (number - 1))
        is_home = outline.manner == Manner.HOME or (outline.manner == Manner.BOTH and number in {1, last})
        columns = {"starts_at": at, "minutes": outline.minutes, "is_home": is_home}
        existing = arrangement.rounds.filter(number=number).first()
        if existing is None:
            Round.objects.create(arrangement=arrangement, number=number, **columns)
        elif not was_held(existing):
            Round.objects.filter(pk=existing.pk).update(**columns)
    for surplus in arrangement.rounds.filter(number__gt=last):
        if not was_held(surplus):
            surplus.delete()


def held_rounds(arrangement: Arrangement) -> list[Round]:
    """Those that people have sat in: no new layout changes them."""
    begun = arrangement.rounds.filter(starts_at__lte=clock.now())
    return list(begun.filter(Exists(Seat.objects.filter(round=OuterRef("pk")))).order_by("number"))


def was_held(round_: Round) -> bool:
    return round_.has_begun(clock.now()) and Seat.objects.filter(round=round_).exists()


def _lay_out_tables(arrangement: Arrangement, outline: Outline) -> None:
    people = how_many(arrangement.gathering)
    columns = {
        # A seat more than needed, for who comes late; and no table that is half empty.
        "most": outline.size + 1,
        "least": max(1, min(people // outline.tables, outline.size) - 1),
        "is_closed": False,
    }
    for number in range(1, outline.tables + 1):
        if not Table.objects.filter(arrangement=arrangement, number=number).update(**columns):
            _set_up(arrangement, number, columns)
    # Versions know the others: they are closed, and stay in those.
    arrangement.tables.filter(number__gt=outline.tables, seats=None).delete()
    arrangement.tables.filter(number__gt=outline.tables).update(is_closed=True)


def _set_up(arrangement: Arrangement, number: int, columns: dict[str, int | bool]) -> None:
    gathering = arrangement.gathering
    features = [Feature.STEP_FREE.value] * bool(gathering.step_free)
    # A loop reaches the tables nearest to the front.
    features += [Feature.HEARING_LOOP.value] * bool(gathering.hearing_loop and number == 1)
    label = _("Table %(n)s") % {"n": number}
    Table.objects.create(arrangement=arrangement, number=number, label=label, features=features, **columns)


@transaction.atomic
def change_round(round_: Round, values: dict[str, Any], *, by: Person) -> None:
    Round.objects.filter(pk=round_.pk).update(**values)
    note(by, "changed a round", round_)


@transaction.atomic
def change_table(table: Table, values: dict[str, Any], *, by: Person) -> None:
    """One host hosts one table. Whoever saves it has looked at what it offers."""
    if values["host"]:
        Table.objects.filter(arrangement=table.arrangement_id, host=values["host"]).exclude(pk=table.pk).update(
            host=None
        )
    Table.objects.filter(pk=table.pk).update(**values, is_to_be_checked=False)
    note(by, "changed a table", table)

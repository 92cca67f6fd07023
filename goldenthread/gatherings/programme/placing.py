"""A session gets its hour and its room, is moved, is taken out, and is put back: by one of several who do it at once.

Whoever moves something says which version they saw. What came between is never overwritten unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from goldenthread.gatherings.programme.models import Placing, PlacingChange, ProgrammeRoom, Session
from goldenthread.gatherings.programme.spans import is_shown_twice, is_skipped
from goldenthread.journal.note import note
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from goldenthread.gatherings.programme.models.placing_change import SpotAsData

NOT_PLACED = 0


@dataclass(frozen=True)
class Spot:
    """An hour on the wall, and a room."""

    day: date
    from_time: time
    is_second_hour: bool = False
    room: ProgrammeRoom | None = None

    @property
    def as_data(self) -> SpotAsData:
        return {
            "day": self.day.isoformat(),
            "from_time": self.from_time.isoformat("minutes"),
            "is_second_hour": self.is_second_hour,
            "room": self.room.pk if self.room else None,
        }


class MovedMeanwhile(Exception):
    """Somebody else moved it after it was looked at."""


class TakenAlready(Exception):
    """Another session begins in that room at that minute."""


class NoSuchHour(Exception):
    """The clock skips it that night."""


class UndoneAlready(Exception):
    """Somebody has put it back before."""


class RoomIsGone(Exception):
    """It cannot go back to where it was: that room is no more."""


@transaction.atomic
def place(
    session: Session, number: int, spot: Spot, *, since_version: int, by: Person | None, now: datetime
) -> Placing:
    """Put it there, if it stands as it did at `since_version` (0: nowhere)."""
    zone = session.gathering.zone
    if is_skipped(spot.day, spot.from_time, zone):
        raise NoSuchHour
    if spot.is_second_hour and not is_shown_twice(spot.day, spot.from_time, zone):
        spot = Spot(spot.day, spot.from_time, room=spot.room)
    placing = _as_it_was_seen(session, number, since_version)
    if placing and spot_of(placing) == spot:
        return placing
    change = _change(session, number, placing, spot)
    where = {"day": spot.day, "from_time": spot.from_time, "is_second_hour": spot.is_second_hour, "room": spot.room}
    fields = where | {"version": change.version, "taken_out_at": None, "by": by, "at": now}
    try:
        with transaction.atomic():
            placing, _ = Placing.ever.update_or_create(session=session, number=number, defaults=fields)
    except IntegrityError as taken:
        raise TakenAlready from taken
    _write_down(change, by, now)
    return placing


@transaction.atomic
def unplace(session: Session, number: int, *, since_version: int, by: Person | None, now: datetime) -> None:
    """Take it out: it has no hour any more."""
    placing = _as_it_was_seen(session, number, since_version)
    if placing:
        change = _change(session, number, placing, None)
        # Its row stays: after an undo, what people were shown of it is found under the same key.
        gone = {"taken_out_at": now, "room": None, "is_pinned": False, "version": change.version}
        Placing.objects.filter(pk=placing.pk).update(**gone)
        _write_down(change, by, now)


@transaction.atomic
def undo(change: PlacingChange, *, by: Person | None, now: datetime) -> None:
    """Back to where it was before, whoever moved it, unless it was moved since."""
    session = change.session
    Session.objects.select_for_update().get(pk=session.pk)
    newest = PlacingChange.objects.of_placing(session, change.number).first()
    if PlacingChange.objects.filter(undoes=change).exists():
        raise UndoneAlready
    if newest != change:
        raise MovedMeanwhile
    since = change.version if change.after else NOT_PLACED
    spot = spot_from(change.before, session)
    if change.before and spot and change.before["room"] and not spot.room:
        raise RoomIsGone
    if spot:
        place(session, change.number, spot, since_version=since, by=by, now=now)
    else:
        unplace(session, change.number, since_version=since, by=by, now=now)
    way_back = PlacingChange.objects.of_placing(session, change.number).filter(version__gt=change.version)
    way_back.update(undoes=change)


def pin(placing: Placing) -> None:
    """The machine leaves it where it is."""
    Placing.objects.filter(pk=placing.pk).update(is_pinned=True)


def unpin(placing: Placing) -> None:
    Placing.objects.filter(pk=placing.pk).update(is_pinned=False)


def leave_room(room: ProgrammeRoom, *, by: Person | None, now: datetime) -> None:
    """What is there keeps its hour, and has no room."""
    for placing in room.placings.select_related("session__gathering").order_by("pk"):
        spot = Spot(placing.day, placing.from_time, placing.is_second_hour)
        place(placing.session, placing.number, spot, since_version=placing.version, by=by, now=now)


def spot_of(placing: Placing) -> Spot:
    return Spot(placing.day, placing.from_time, placing.is_second_hour, placing.room)


def spot_from(data: SpotAsData | None, session: Session) -> Spot | None:
    """Where it was; a room that is no more is none."""
    if data is None:
        return None
    room = ProgrammeRoom.objects.of(session.gathering).filter(pk=data["room"]).first() if data["room"] else None
    day, hour = date.fromisoformat(data["day"]), time.fromisoformat(data["from_time"])
    return Spot(day, hour, data["is_second_hour"], room)


def _as_it_was_seen(session: Session, number: int, since_version: int) -> Placing | None:
    """Whoever comes second waits for the first, also where there is no placing yet."""
    Session.objects.select_for_update().get(pk=session.pk)
    placing = Placing.objects.filter(session=session, number=number).select_related("room").first()
    if (placing.version if placing else NOT_PLACED) != since_version:
        raise MovedMeanwhile
    return placing


def _change(session: Session, number: int, placing: Placing | None, spot: Spot | None) -> PlacingChange:
    """Versions go on where a session was taken out and put back: an old page never fits a new placing by chance."""
    last = PlacingChange.objects.of_placing(session, number).first()
    version = max(placing.version if placing else 0, last.version if last else 0) + 1
    return PlacingChange(
        session=session,
        number=number,
        before=spot_of(placing).as_data if placing else None,
        after=spot.as_data if spot else None,
        version=version,
    )


def _write_down(change: PlacingChange, by: Person | None, now: datetime) -> None:
    change.by, change.at = by, now
    change.save()
    note(by, "worked on the programme", change.session.gathering)

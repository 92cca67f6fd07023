"""A newer file moves sessions, or has no hour for them any more: in the draft alone, and each with a way back, as if a hand had done it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Max

from goldenthread.gatherings.programme.models import (
    ImportedSession,
    Placing,
    PlacingChange,
    ProgrammeRoom,
    Session,
)
from goldenthread.gatherings.programme.placing import spot_of, unplace
from goldenthread.gatherings.programme.session_entries import SessionEntry
from goldenthread.people.models import Person

Replaced = Sequence[tuple[SessionEntry, ImportedSession]]
# A file holds each session once. Where convenors hold it more often, the others are theirs.
FIRST = 1


def put(placing: Placing, entry: SessionEntry, rooms: Mapping[str, ProgrammeRoom]) -> None:
    if entry.starts:
        placing.day, placing.from_time = entry.starts.date(), entry.starts.time()
        placing.is_second_hour = entry.is_second_hour
        placing.room = rooms.get(entry.room.casefold())


def replace(replaced: Replaced, rooms: Mapping[str, ProgrammeRoom], *, now: datetime, by: Person) -> None:
    """Where the newer file has it."""
    _take_out([row.session for entry, row in replaced if not entry.starts], now=now, by=by)
    moving = [(entry, row.session) for entry, row in replaced if entry.starts]
    keys = [session.pk for _entry, session in moving]
    versions, first = _versions(keys), Placing.ever.filter(session__in=keys, number=FIRST)
    before = {placing.session_id: placing for placing in first.select_related("room")}
    # All of them leave their rooms first, for two of them may change places.
    first.update(room=None)
    moves = []
    for entry, session in moving:
        placing = before.get(session.pk) or Placing(session=session, number=FIRST, version=0)
        stood = spot_of(placing).as_data if placing.pk and placing.taken_out_at is None else None
        put(placing, entry, rooms)
        placing.version = max(placing.version, versions.get(session.pk, 0)) + 1
        # What was taken out is put back in its old row: what people have there is found again.
        placing.taken_out_at, placing.by, placing.at = None, by, now
        placing.save()
        moves.append(_change(placing, stood))
    PlacingChange.objects.bulk_create(moves)


def _take_out(sessions: Sequence[Session], *, now: datetime, by: Person) -> None:
    """As a convenor does: people read of it, and lose a chair there, once that is shown."""
    standing = Placing.objects.filter(session__in=sessions, number=FIRST)
    versions = dict(standing.values_list("session", "version"))
    for session in sessions:
        if session.pk in versions:
            unplace(session, FIRST, since_version=versions[session.pk], by=by, now=now)


def _versions(sessions: Sequence[int]) -> dict[int, int]:
    changes = PlacingChange.objects.filter(session__in=sessions, number=FIRST)
    newest = changes.order_by().values("session").annotate(newest=Max("version"))
    return {row["session"]: row["newest"] for row in newest}


def _change(placing: Placing, stood: object) -> PlacingChange:
    return PlacingChange(
        session=placing.session,
        number=placing.number,
        before=stood,
        after=spot_of(placing).as_data,
        version=placing.version,
        by=placing.by,
        at=placing.at,
    )

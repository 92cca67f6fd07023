"""Where a session would fit: hours and rooms at which there is nothing to warn of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedProgramme, LoadedRoom, LoadedSession
from goldenthread.gatherings.programme.spans import wall_span
from goldenthread.gatherings.programme.warnings import others_beside, warnings_beside

MOST_OFFERED = 8
# At each hour, so that more than one hour is offered.
ROOMS_OFFERED = 2
MOST_DAYS = 60
# Before the plan knows its hours.
A_GOOD_HOUR = time(10)


def thought_of(
    programme: LoadedProgramme, session: LoadedSession, number: int, moment: datetime, room: LoadedRoom | None
) -> LoadedPlacing:
    """A placing as it would be; `moment` is a wall time, with its fold."""
    zone = programme.gathering.zone
    there = next((p for p in programme.placings if p.session.pk == session.pk and p.number == number), None)
    is_second = bool(moment.fold)
    span = wall_span(moment.date(), moment.time(), zone, minutes=session.minutes, is_second_hour=is_second)
    return LoadedPlacing(
        pk=there.pk if there else 0,
        number=number,
        session=session,
        room=room,
        day=moment.date(),
        from_time=moment.time().replace(fold=0),
        is_second_hour=is_second,
        is_pinned=bool(there and there.is_pinned),
        version=there.version if there else 0,
        zone=zone,
        span=span,
    )


def free_hours(programme: LoadedProgramme, session: LoadedSession, number: int, now: datetime) -> list[LoadedPlacing]:
    """Another room at its own hour, and then the first ones as the day goes: where something else begins, or where something
    ends that was in its way. None that has passed: on the day itself a room may be lost.

    Wherever it fits at all, it also fits as much earlier as something ends: so where none is found, there is none.
    """
    rooms = _rooms_for(programme, session)
    offered: list[LoadedPlacing] = []
    own = next((p.span.starts_at for p in programme.placings if (p.session.pk, p.number) == (session.pk, number)), None)
    for moment in _moments(programme, session, own, now):
        placings = [thought_of(programme, session, number, moment, room) for room in rooms]
        beside = others_beside(programme, placings[0])
        fits = (placing for placing in placings if not warnings_beside(programme, placing, beside))
        offered += islice((placing for placing in fits if not _is_where_it_stands(programme, placing)), ROOMS_OFFERED)
        if len(offered) >= MOST_OFFERED:
            break
    return offered[:MOST_OFFERED]


def sessions_that_fit(
    programme: LoadedProgramme, at: datetime, rooms: Sequence[LoadedRoom]
) -> dict[int, list[LoadedSession]]:
    """By the key of each room: of what waits for an hour, the first few with nothing in their way there."""
    fits: dict[int, list[LoadedSession]] = {room.pk: [] for room in rooms}
    for session in [session for session in programme.unplaced if not session.is_for_everybody][:MOST_OFFERED]:
        anywhere = thought_of(programme, session, 1, at, None)
        beside = others_beside(programme, anywhere)
        for room in rooms:
            is_enough = len(fits[room.pk]) >= ROOMS_OFFERED
            if not is_enough and not warnings_beside(programme, replace(anywhere, room=room), beside):
                fits[room.pk].append(session)
    return fits


def days_of(programme: LoadedProgramme) -> list[date]:
    """All days of the gathering, and those on which something stands besides."""
    first, last = programme.gathering.day, programme.gathering.last_day or programme.gathering.day
    days = {placing.day for placing in programme.placings}
    if first and last:
        days |= {first + timedelta(days=n) for n in range(min((last - first).days + 1, MOST_DAYS))}
    return sorted(days)


def _rooms_for(programme: LoadedProgramme, session: LoadedSession) -> list[LoadedRoom | None]:
    """The smallest first in which all have room; what is for everybody needs none."""
    if session.is_for_everybody or not programme.rooms:
        return [None]
    by_size = sorted(programme.rooms, key=lambda room: (room.capacity is None, room.capacity, room.number))
    return list(by_size)


def _moments(programme: LoadedProgramme, session: LoadedSession, own: datetime | None, now: datetime) -> list[datetime]:
    """Wall times at which something could begin, its own first, and then in the order in which they pass."""
    zone, hour = programme.gathering.zone, programme.gathering.from_time or A_GOOD_HOUR
    days = days_of(programme)
    spans = [placing.span for placing in programme.placings] + [round_.span for round_ in programme.rounds]
    moments = {moment for span in spans for moment in (span.starts_at, span.ends_at)}
    moments |= {ends_at for ends_at in _free_again(programme, session) if ends_at.astimezone(zone).date() in days}
    moments |= {datetime.combine(day, hour, zone).astimezone(UTC) for day in days}
    to_come = sorted((moment for moment in moments if moment > now), key=lambda moment: (moment != own, moment))
    return [moment.astimezone(zone).replace(tzinfo=None) for moment in to_come]


def _free_again(programme: LoadedProgramme, session: LoadedSession) -> set[datetime]:
    """When those who bring it are back, and when closed rooms are open again."""
    away = {span.ends_at for voice in session.voices for span in voice.away}
    return away | {closure.ends_at for room in programme.rooms for closure in room.closures}


def _is_where_it_stands(programme: LoadedProgramme, placing: LoadedPlacing) -> bool:
    return any(
        (there.pk, there.span, there.room) == (placing.pk, placing.span, placing.room) for there in programme.placings
    )

"""Rooms that cannot be used while something is to be held there, as far as it is still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedRoom
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.spans import Span


@dataclass(frozen=True)
class ClosedRoom:
    """One of them, and what must move out of it, as the day goes."""

    room: LoadedRoom
    placings: list[LoadedPlacing]


def closed_rooms(gathering: Gathering, now: datetime) -> list[ClosedRoom]:
    """In the order of rooms."""
    programme = programme_of(gathering)
    to_come = [placing for placing in programme.placings if _is_to_move(placing, now.astimezone(UTC))]
    rooms = [ClosedRoom(room, [each for each in to_come if each.room == room]) for room in programme.rooms]
    return [closed for closed in rooms if closed.placings]


def _is_to_move(placing: LoadedPlacing, now: datetime) -> bool:
    closures: tuple[Span, ...] = placing.room.closures if placing.room else ()
    is_closed = any(closure.meets(placing.span) for closure in closures)
    return is_closed and placing.span.ends_at > now and not placing.is_dropped

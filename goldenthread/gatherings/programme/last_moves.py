"""The last moves of a draft, as the page says them, and which of them can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.utils.formats import date_format, time_format

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import PlacingChange, ProgrammeRoom

if TYPE_CHECKING:
    from goldenthread.gatherings.programme.models.placing_change import SpotAsData

MOST_SHOWN = 6


@dataclass(frozen=True)
class Move:
    """A move, in words."""

    change: PlacingChange
    # Empty where it had no hour.
    before: str
    after: str
    # Nothing came after it, and nobody has undone it.
    may_be_undone: bool


def last_moves(gathering: Gathering) -> list[Move]:
    changes = list(PlacingChange.objects.of(gathering).newest_first().select_related("undone_by")[:MOST_SHOWN])
    rooms = dict(ProgrammeRoom.objects.of(gathering).values_list("pk", "name"))
    moved_since: set[tuple[int, int]] = set()
    moves = []
    for change in changes:
        placing = (change.session_id, change.number)
        is_newest = placing not in moved_since and not change.is_undone
        moves.append(Move(change, _in_words(change.before, rooms), _in_words(change.after, rooms), is_newest))
        moved_since.add(placing)
    return moves


def _in_words(spot: SpotAsData | None, rooms: dict[int, str]) -> str:
    if spot is None:
        return ""
    day, hour = date.fromisoformat(spot["day"]), time.fromisoformat(spot["from_time"])
    words = f"{date_format(day, 'D j F')}, {time_format(datetime.combine(day, hour), 'G:i')}"
    room = rooms.get(spot["room"] or 0)
    return f"{words}, {room}" if room else words

"""A programme as a grid: rooms side by side, hours below each other, and what is for everybody across."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from goldenthread.gatherings.plan.in_words import a_day, an_hour
from goldenthread.gatherings.programme.models import SessionKind
from goldenthread.gatherings.programme.public_parts import PublicPlacing, PublicRoom


@dataclass(frozen=True)
class GridCell:
    """What happens in one room from one hour on, over how many rows; nothing, where it is free."""

    placings: Sequence[PublicPlacing]
    rows: int


@dataclass(frozen=True)
class GridRow:
    """One hour: for everybody, or a cell for each room that is not still busy with what began before."""

    starts: str
    for_everybody: Sequence[PublicPlacing] = ()
    cells: Sequence[GridCell] = ()


@dataclass(frozen=True)
class GridDay:
    """One day, with the rooms in which something happens on it."""

    day: date
    rooms: Sequence[PublicRoom]
    rows: Sequence[GridRow]

    @property
    def anchor(self) -> str:
        return f"day-{self.day.isoformat()}"

    @property
    def columns(self) -> int:
        return max(1, len(self.rooms))

    @property
    def in_words(self) -> str:
        return a_day(self.day)


def as_grid(placings: Sequence[PublicPlacing]) -> list[GridDay]:
    """They are in the order of the day already."""
    return [_day(day, list(of_the_day)) for day, of_the_day in groupby(placings, key=lambda placing: placing.day)]


def _day(day: date, placings: list[PublicPlacing]) -> GridDay:
    used = {placing.room.key: placing.room for placing in placings if placing.room and not _is_across(placing)}
    rooms = sorted(used.values(), key=lambda room: (room.number, room.key))
    return GridDay(day, rooms, list(_rows(placings, rooms)))


def _is_across(placing: PublicPlacing) -> bool:
    """An open hour in a room leaves the other rooms free."""
    is_in_its_room = placing.session.kind == SessionKind.OPEN_HOUR or not placing.session.is_for_everybody
    return placing.room is None or not is_in_its_room


def _rows(placings: list[PublicPlacing], rooms: list[PublicRoom]) -> Iterator[GridRow]:
    """What is across cuts the grid into bands: no cell reaches over it."""
    for is_across, of_the_band in groupby(placings, key=_is_across):
        band = list(of_the_band)
        if is_across:
            for moment, across in groupby(band, key=lambda placing: placing.starts_at):
                yield GridRow(_hour(moment), for_everybody=list(across))
        else:
            yield from _band(band, rooms)


def _band(placings: list[PublicPlacing], rooms: list[PublicRoom]) -> Iterator[GridRow]:
    moments = sorted({placing.starts_at for placing in placings})
    begins: dict[int, dict[datetime, list[PublicPlacing]]] = {room.key: {} for room in rooms}
    for placing in placings:
        if placing.room:
            begins[placing.room.key].setdefault(placing.starts_at, []).append(placing)
    busy = {room.key: 0 for room in rooms}
    for index, moment in enumerate(moments):
        cells = []
        for room in rooms:
            if busy[room.key] > index:
                continue
            at_once = begins[room.key].get(moment, [])
            rows = _how_many_rows(at_once, moments[index:], begins[room.key].keys()) if at_once else 1
            busy[room.key] = index + rows
            cells.append(GridCell(at_once, rows))
        yield GridRow(_hour(moment), cells=cells)


def _how_many_rows(at_once: list[PublicPlacing], moments: list[datetime], begins: Collection[datetime]) -> int:
    """Until it ends, or until something else begins in the same room."""
    ends_at = max(placing.ends_at for placing in at_once)
    later = moments[1:]
    return 1 + next((rows for rows, moment in enumerate(later) if moment >= ends_at or moment in begins), len(later))


def _hour(moment: datetime) -> str:
    return an_hour(moment.timetz())

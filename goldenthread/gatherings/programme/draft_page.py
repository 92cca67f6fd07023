"""The draft as convenors see it: day by day, line by line; and the same as a grid of hours and rooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.programme.free_hours import sessions_that_fit
from goldenthread.gatherings.programme.grid_parts import GridPart, all_days
from goldenthread.gatherings.programme.loaded import (
    LoadedPlacing,
    LoadedProgramme,
    LoadedRoom,
    LoadedRound,
    LoadedSession,
)
from goldenthread.gatherings.programme.spans import FIRST, SECOND, Span
from goldenthread.gatherings.programme.warnings import PlacingWarning, warnings_of

WarningsOf = dict[int, list[PlacingWarning]]


@dataclass(frozen=True)
class DraftLine:
    """One line of a day: a session, a round of tables, or that the gathering begins or ends."""

    at: datetime
    starts: str
    ends: str = ""
    words: str = ""
    placing: LoadedPlacing | None = None
    warnings: Sequence[PlacingWarning] = ()
    is_round: bool = False
    is_beginning: bool = False

    @property
    def names(self) -> str:
        return self.placing.names if self.placing else ""


@dataclass(frozen=True)
class DraftCell:
    """What is in one room at one hour: sessions that begin, or why nothing does."""

    room: LoadedRoom
    lines: Sequence[DraftLine]
    # Such as "until 12:15"; empty where the room is free.
    words: str
    # What waits for an hour and would have nothing in its way here.
    fits: Sequence[LoadedSession] = ()
    # This hour and room, as the form of a move takes them from its address: a press leads there, and so does dragging.
    spot: str = ""

    @property
    def is_free(self) -> bool:
        return not self.lines and not self.words


@dataclass(frozen=True)
class DraftRow:
    """An hour at which something begins: what is for everybody, and what is in each room."""

    at: datetime
    starts: str
    for_everybody: Sequence[DraftLine]
    cells: Sequence[DraftCell]
    # Not where everybody is at lunch, and not once it is over.
    takes_sessions: bool


@dataclass(frozen=True)
class DraftDay:
    """One day by the calendar. What lasts past midnight stands where it begins."""

    day: date
    lines: Sequence[DraftLine]
    rows: Sequence[DraftRow]

    @property
    def heading(self) -> str:
        return date_format(self.day, "l j F")


def draft_days(programme: LoadedProgramme, part: GridPart | None = None) -> list[DraftDay]:
    """By time; and as a grid, if there is to be a part of one."""
    zone, warnings = programme.gathering.zone, warnings_of(programme)
    rounds = [(round_.span.starts_at.astimezone(zone).date(), round_) for round_ in programme.rounds]
    days = part.days if part else all_days(programme)
    lines = {day: _lines(programme, day, [row for on, row in rounds if on == day], warnings) for day in days}
    return [DraftDay(day, lines[day], list(_rows(programme, lines[day], part.rooms)) if part else ()) for day in days]


def _lines(
    programme: LoadedProgramme, day: date, rounds: Sequence[LoadedRound], warnings: WarningsOf
) -> Sequence[DraftLine]:
    zone = programme.gathering.zone
    placings = [placing for placing in programme.placings if placing.day == day]
    lines = [_line(placing, warnings[placing.pk]) for placing in placings]
    lines += [_line_of_round(round_, zone) for round_ in rounds]
    lines += _beginning_and_end(programme, day)
    return sorted(lines, key=lambda line: (line.at.astimezone(UTC), not line.is_beginning))


def _line(placing: LoadedPlacing, warnings: Sequence[PlacingWarning]) -> DraftLine:
    starts_at, ends_at = placing.starts_at, placing.ends_at
    return DraftLine(
        starts_at, an_hour(starts_at), _until(starts_at, ends_at), placing.session.title, placing, warnings
    )


def _line_of_round(round_: LoadedRound, zone: ZoneInfo) -> DraftLine:
    starts_at, ends_at = round_.span.starts_at.astimezone(zone), round_.span.ends_at.astimezone(zone)
    words = _("Tables: %(round)s") % {"round": round_.name}
    return DraftLine(starts_at, an_hour(starts_at), _until(starts_at, ends_at), words, is_round=True)


def _beginning_and_end(programme: LoadedProgramme, day: date) -> Iterator[DraftLine]:
    """As far as the plan knows the hours."""
    gathering = programme.gathering
    if gathering.starts_at and gathering.from_time and gathering.day == day:
        begins = _("The gathering begins")
        yield DraftLine(gathering.starts_at, an_hour(gathering.starts_at), words=begins, is_beginning=True)
    if gathering.ends_at and gathering.to_time and (gathering.last_day or gathering.day) == day:
        yield DraftLine(gathering.ends_at, an_hour(gathering.ends_at), words=_("The gathering ends"))


def _rows(programme: LoadedProgramme, lines: Sequence[DraftLine], rooms: Sequence[LoadedRoom]) -> Iterator[DraftRow]:
    lines = [line for line in lines if not line.placing or not line.placing.room or line.placing.room in rooms]
    for at in sorted({line.at.astimezone(UTC) for line in lines}):
        beginning = [line for line in lines if line.at.astimezone(UTC) == at]
        everybody = [line for line in beginning if not line.placing or not line.placing.room]
        cells = _cells(programme, at, beginning, rooms)
        takes_sessions = any(cell.lines for cell in cells) or all(line.is_beginning for line in everybody)
        yield DraftRow(beginning[0].at, beginning[0].starts, everybody, cells, bool(cells) and takes_sessions)


def _cells(
    programme: LoadedProgramme, at: datetime, beginning: Sequence[DraftLine], rooms: Sequence[LoadedRoom]
) -> list[DraftCell]:
    running = [placing for placing in programme.placings if _is_within(placing.span, at)]
    cells = [_cell(room, at, beginning, running) for room in rooms]
    fits = sessions_that_fit(programme, beginning[0].at, [cell.room for cell in cells if cell.is_free])
    return [replace(cell, fits=fits.get(cell.room.pk, ()), spot=_spot(beginning[0].at, cell.room)) for cell in cells]


def _spot(at: datetime, room: LoadedRoom) -> str:
    """By the clock at the gathering, and which one of an hour that it shows twice."""
    which = SECOND if at.fold else FIRST
    return urlencode({"day": f"{at:%Y-%m-%d}", "from_time": f"{at:%H:%M}", "which": which, "room": room.pk}, safe=":")


def _cell(
    room: LoadedRoom, at: datetime, beginning: Sequence[DraftLine], running: Sequence[LoadedPlacing]
) -> DraftCell:
    lines = [line for line in beginning if line.placing and _is_in(line.placing, room)]
    there = [placing for placing in running if _is_in(placing, room)]
    if lines or not there:
        is_closed = not lines and any(_is_within(closure, at) for closure in room.closures)
        return DraftCell(room, lines, _("Closed") if is_closed else "")
    words = {"title": there[-1].session.title, "end": an_hour(there[-1].ends_at)}
    return DraftCell(room, lines, _("“%(title)s” until %(end)s") % words)


def _is_in(placing: LoadedPlacing, room: LoadedRoom) -> bool:
    return placing.room is not None and placing.room.pk == room.pk


def _is_within(span: Span, at: datetime) -> bool:
    return span.starts_at <= at < span.ends_at


def an_hour(at: datetime) -> str:
    """Such as "11:30"; of an hour that the clock shows twice, which one."""
    words = time_format(at, "G:i")
    is_twice = at.utcoffset() != at.replace(fold=1 - at.fold).utcoffset()
    return f"{words} {at.tzname()}" if is_twice else words


def _until(starts_at: datetime, ends_at: datetime) -> str:
    if starts_at.date() == ends_at.date():
        return an_hour(ends_at)
    return _("%(end)s the next day") % {"end": an_hour(ends_at)}

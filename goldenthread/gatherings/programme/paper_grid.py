"""A day as a grid for the wall: rooms beside each other, hours below each other, and no cell taken twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from goldenthread.gatherings.programme.printed_programme import PaperDay, PaperSession

# So many columns stand on one sheet, and can be read from two metres.
MOST_COLUMNS = 6


@dataclass(frozen=True)
class PaperCell:
    """Where a session stands: its first column and row, and how many of each it takes."""

    session: PaperSession
    column: int
    row: int
    columns: int
    rows: int


@dataclass(frozen=True)
class PaperGrid:
    """One sheet of a day: the names of its columns, the hours of its rows, and what stands in them."""

    columns: tuple[str, ...]
    hours: tuple[datetime, ...]
    cells: tuple[PaperCell, ...]


def grids(day: PaperDay, rooms: Sequence[str]) -> list[PaperGrid]:
    """As many sheets as its rooms need, each with what is for everybody. What overlaps in one room stands in two columns."""
    everywhere, beside = _for_everybody(day.sessions)
    lanes = _lanes(beside, rooms)
    parts = [lanes[at : at + MOST_COLUMNS] for at in range(0, len(lanes), MOST_COLUMNS)] or [[("", [])]]
    return [_grid(part, everywhere) for part in parts]


def _for_everybody(sessions: Sequence[PaperSession]) -> tuple[list[PaperSession], list[PaperSession]]:
    """Those that go over all columns, because nothing else is held meanwhile; and all others."""
    wide: list[PaperSession] = []
    for session in sessions:
        others = (other for other in sessions if other is not session and _meet(other, session))
        if session.is_for_everybody and not any(True for _other in others):
            wide.append(session)
    return wide, [session for session in sessions if session not in wide]


def _lanes(sessions: Sequence[PaperSession], rooms: Sequence[str]) -> list[tuple[str, list[PaperSession]]]:
    lanes: list[tuple[str, list[PaperSession]]] = []
    in_rooms = {session.room for session in sessions}
    for room in (*(room for room in rooms if room in in_rooms), *sorted(in_rooms - set(rooms))):
        own: list[list[PaperSession]] = []
        for session in sessions:
            if session.room == room:
                free = next((lane for lane in own if not _meet(lane[-1], session)), None)
                own.append([session]) if free is None else free.append(session)
        lanes += [(room, lane) for lane in own]
    return lanes


def _meet(one: PaperSession, other: PaperSession) -> bool:
    """Compared as time passes: two moments of one zone are compared by the clock on the wall."""
    return _utc(one.starts_at) < _utc(other.ends_at) and _utc(other.starts_at) < _utc(one.ends_at)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _grid(lanes: Sequence[tuple[str, list[PaperSession]]], everywhere: Sequence[PaperSession]) -> PaperGrid:
    shown = [*everywhere, *(session for _room, lane in lanes for session in lane)]
    bounds = {_utc(moment): moment for session in shown for moment in (session.starts_at, session.ends_at)}
    rows = {moment: number for number, moment in enumerate(sorted(bounds))}
    wide = [_cell(session, rows, 0, len(lanes)) for session in everywhere]
    single = [_cell(session, rows, at, 1) for at, (_room, lane) in enumerate(lanes) for session in lane]
    hours = tuple(bounds[moment] for moment in sorted(bounds))
    return PaperGrid(tuple(room for room, _lane in lanes), hours, tuple(wide + single))


def _cell(session: PaperSession, rows: dict[datetime, int], column: int, columns: int) -> PaperCell:
    first, end = rows[_utc(session.starts_at)], rows[_utc(session.ends_at)]
    return PaperCell(session, column, first, columns, end - first)

"""Which room each session of a file comes into: rooms are called as they are here, and nothing is put where something begins."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, time

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import ImportedSession, Placing, ProgrammeRoom
from goldenthread.gatherings.programme.session_entries import SessionEntry

# Room, day, hour, and which of two such hours.
Cell = tuple[str, date, time, bool]


def with_their_rooms(gathering: Gathering, entries: Sequence[SessionEntry]) -> list[SessionEntry]:
    """Where another session begins in a room at that minute, it comes without one. What the file leaves in place stays."""
    names = {name.casefold(): name for name in ProgrammeRoom.objects.of(gathering).values_list("name", flat=True)}
    named = [replace(entry, room=names.setdefault(entry.room.casefold(), entry.room)) for entry in entries]
    rows = {row.key: row for row in ImportedSession.objects.of(gathering)}
    stays = {entry.key: stayed for entry in named if (stayed := _as_it_stays(entry, rows.get(entry.key)))}
    moves = [rows[entry.key].session_id for entry in named if entry.key in rows and entry.key not in stays]
    taken = set(_taken(gathering, moves))
    settled = []
    for entry in named:
        cell = None if entry.key in stays else cell_of(entry)
        settled.append(stays.get(entry.key) or (replace(entry, room="") if cell in taken else entry))
        taken |= {cell} if cell else set()
    return settled


def cell_of(entry: SessionEntry) -> Cell | None:
    if not (entry.room and entry.starts):
        return None
    return entry.room.casefold(), entry.starts.date(), entry.starts.time(), entry.is_second_hour


def _as_it_stays(entry: SessionEntry, row: ImportedSession | None) -> SessionEntry | None:
    """As it came in before, with its room or without; None where the file says otherwise now."""
    both = (entry, replace(entry, room=""))
    return next((stayed for stayed in both if row and stayed.place_mark == row.place_mark), None)


def _taken(gathering: Gathering, moves: Collection[int]) -> Iterator[Cell]:
    columns = ("room__name", "day", "from_time", "is_second_hour", "session_id", "number")
    placed = Placing.objects.of(gathering).filter(room__isnull=False)
    leaving = set(moves)
    for name, day, from_time, is_second, session, number in placed.values_list(*columns):
        if number != 1 or session not in leaving:
            yield name.casefold(), day, from_time, is_second

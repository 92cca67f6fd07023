"""A programme from a file becomes rooms and sessions: the same file again changes nothing, and a newer one what it says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.hours_of_a_file import put, replace
from goldenthread.gatherings.programme.models import (
    ImportedRoom,
    ImportedSession,
    Placing,
    ProgrammeImport,
    ProgrammeRoom,
    Session,
)
from goldenthread.gatherings.programme.names_of_a_file import name, rename
from goldenthread.gatherings.programme.rooms_of_a_file import with_their_rooms
from goldenthread.gatherings.programme.session_entries import SessionEntry
from goldenthread.journal.note import note
from goldenthread.people.models import Person


@dataclass(frozen=True)
class FileDifference:
    """What a file says that was not known, and what it says otherwise than the one before."""

    new: list[SessionEntry]
    # What it says in other words, and what stands elsewhere: with how it came in before.
    reworded: list[tuple[SessionEntry, ImportedSession]]
    replaced: list[tuple[SessionEntry, ImportedSession]]

    @property
    def changed(self) -> int:
        return len({row.pk for _entry, row in (*self.reworded, *self.replaced)})

    def __bool__(self) -> bool:
        return bool(self.new or self.reworded or self.replaced)


def difference(gathering: Gathering, entries: Sequence[SessionEntry]) -> FileDifference:
    """Of entries in their rooms (`with_their_rooms`)."""
    known = {row.key: row for row in ImportedSession.objects.of(gathering).select_related("session").order_by("pk")}
    again = [(entry, known[entry.key]) for entry in entries if entry.key in known]
    return FileDifference(
        new=[entry for entry in entries if entry.key not in known],
        reworded=[(entry, row) for entry, row in again if entry.words_mark != row.words_mark],
        replaced=[(entry, row) for entry, row in again if entry.place_mark != row.place_mark],
    )


@transaction.atomic
def bring_in(
    gathering: Gathering, file: str, entries: Sequence[SessionEntry], *, days_moved: int, now: datetime, by: Person
) -> tuple[int, int]:
    """How many sessions are new, and how many changed. A second press finds nothing to do."""
    # Two who press at once come one after the other.
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    entries = with_their_rooms(gathering, entries)
    differs = difference(gathering, entries)
    if not differs:
        return 0, 0
    brought = ProgrammeImport(gathering=gathering, by=by, at=now, file=file, days_moved=days_moved)
    if differs.new:
        brought.save()
    rooms = _rooms(gathering, brought, entries)
    _begin(brought, differs.new, rooms)
    _reword(differs.reworded)
    replace(differs.replaced, rooms, now=now, by=by)
    _mark(differs.replaced)
    note(by, "brought in a programme", gathering)
    return len(differs.new), differs.changed


def _rooms(gathering: Gathering, brought: ProgrammeImport, entries: Sequence[SessionEntry]) -> dict[str, ProgrammeRoom]:
    """By name. Those that nobody had yet stand last, in the order of the file."""
    rooms = {room.name.casefold(): room for room in ProgrammeRoom.objects.of(gathering)}
    last = max((room.number for room in rooms.values()), default=0)
    names = {entry.room.casefold(): entry.room for entry in entries if entry.room}
    new = [
        ProgrammeRoom(gathering=gathering, number=number, name=name)
        for number, name in enumerate((name for key, name in names.items() if key not in rooms), start=last + 1)
    ]
    made = ProgrammeRoom.objects.bulk_create(new)
    if brought.pk:
        ImportedRoom.objects.bulk_create([ImportedRoom(brought_by=brought, room=room) for room in made])
    return rooms | {room.name.casefold(): room for room in made}


def _begin(brought: ProgrammeImport, entries: Sequence[SessionEntry], rooms: dict[str, ProgrammeRoom]) -> None:
    sessions = Session.objects.bulk_create([_session(brought, entry) for entry in entries])
    pairs = list(zip(entries, sessions, strict=True))
    name(pairs)
    Placing.objects.bulk_create([_placing(entry, session, rooms, brought) for entry, session in pairs if entry.starts])
    ImportedSession.objects.bulk_create(
        [
            ImportedSession(
                brought_by=brought,
                key=entry.key,
                session=session,
                words_mark=entry.words_mark,
                place_mark=entry.place_mark,
            )
            for entry, session in pairs
        ]
    )


def _session(brought: ProgrammeImport, entry: SessionEntry) -> Session:
    return Session(
        gathering=brought.gathering, kind=entry.kind, title=entry.title, words=entry.words, minutes=entry.minutes
    )


def _placing(
    entry: SessionEntry, session: Session, rooms: dict[str, ProgrammeRoom], brought: ProgrammeImport
) -> Placing:
    placing = Placing(session=session, by=brought.by, at=brought.at)
    put(placing, entry, rooms)
    return placing


def _reword(reworded: Sequence[tuple[SessionEntry, ImportedSession]]) -> None:
    pairs = [(entry, row.session) for entry, row in reworded]
    for entry, session in pairs:
        session.kind, session.title, session.words, session.minutes = (
            entry.kind,
            entry.title,
            entry.words,
            entry.minutes,
        )
    Session.objects.bulk_update([session for _entry, session in pairs], ["kind", "title", "words", "minutes"])
    rename(pairs)
    _mark(reworded)


def _mark(pairs: Sequence[tuple[SessionEntry, ImportedSession]]) -> None:
    for entry, row in pairs:
        row.words_mark, row.place_mark = entry.words_mark, entry.place_mark
    ImportedSession.objects.bulk_update([row for _entry, row in pairs], ["words_mark", "place_mark"])

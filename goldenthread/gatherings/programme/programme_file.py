"""What a file would bring into a programme, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.import_columns import SessionColumns, guess, is_heading, left_out
from goldenthread.gatherings.programme.models import ProgrammeImport
from goldenthread.gatherings.programme.session_entries import CannotBeASession, LineReader, SessionEntry
from goldenthread.kit.cells import Unreadable
from goldenthread.kit.one_at_a_time import GivingWay, giving_way
from goldenthread.kit.reading.event_headings import HEADINGS
from goldenthread.kit.reading.file_queue import a_turn
from goldenthread.kit.reading.limits import PAGE
from goldenthread.kit.spreadsheets import Spreadsheet, read

LONGEST_FILE = 120
# Nothing is moved by more than a century: one of the two years is a slip.
MOST_DAYS = 36_525


@dataclass(frozen=True)
class ProgrammeFile:
    """What was read from a file, in whose words, and what comes of it."""

    name: str
    entries: tuple[SessionEntry, ...]
    refused: tuple[tuple[int, str], ...]
    remarks: tuple[tuple[int, str], ...]
    # Columns that come nowhere.
    left_out: tuple[str, ...]
    zone: str
    # Otherwise it has no lines that people could look up: its sessions are counted.
    is_spreadsheet: bool
    # As it was read, and which of its columns holds what.
    sheet: Spreadsheet
    columns: SessionColumns

    @property
    def first_day(self) -> date | None:
        return first_day_of(self.entries)

    def days(self) -> list[tuple[date | None, GivingWay[SessionEntry]]]:
        """Each day and what is on it, in the order in which it begins; what has no hour stands last."""
        days: dict[date | None, GivingWay[SessionEntry]] = {}
        for entry in sorted(self.entries, key=lambda entry: (str(entry.starts or "later"), entry.line)):
            days.setdefault(entry.starts.date() if entry.starts else None, GivingWay()).append(entry)
        return list(days.items())

    def rooms(self) -> list[tuple[str, int]]:
        """In the order of the file, and how many sessions each has. A name is one room, in capitals or not."""
        names: dict[str, str] = {}
        rooms = Counter(names.setdefault(entry.room.casefold(), entry.room) for entry in self.entries if entry.room)
        return list(rooms.items())


def first_day_of(entries: Iterable[SessionEntry]) -> date | None:
    return min((entry.starts.date() for entry in entries if entry.starts), default=None)


def look(gathering: Gathering, name: str, content: bytes) -> ProgrammeFile:
    """Read a file. Raises `Unreadable`; writes nothing. Where no column of titles is found, it has no sessions yet."""
    with a_turn():
        sheet = read(name, content, is_heading, PAGE, "events")
    if not sheet.rows:
        raise Unreadable(_("There are no sessions in %(file)s.") % {"file": name})
    return look_again(gathering, name.replace("\x00", "")[:LONGEST_FILE], sheet, guess(sheet))


def look_again(gathering: Gathering, file: str, sheet: Spreadsheet, columns: SessionColumns) -> ProgrammeFile:
    """With columns that somebody chose by hand."""
    lines = LineReader(columns, gathering.zone, gathering.day)
    entries, refused = _sorted_out(sheet, lines) if columns.title else ([], [])
    zone = next((row.cells[columns.zone] for row in sheet.rows if columns.zone and row.cells[columns.zone]), "")
    return ProgrammeFile(
        name=file,
        entries=tuple(entries),
        refused=tuple(refused),
        remarks=tuple(lines.remarks),
        left_out=tuple(left_out(sheet, columns)) if columns.title else (),
        zone=zone[:40],
        is_spreadsheet=list(sheet.headings) != HEADINGS,
        sheet=sheet,
        columns=columns,
    )


def _sorted_out(sheet: Spreadsheet, lines: LineReader) -> tuple[list[SessionEntry], list[tuple[int, str]]]:
    entries, refused = [], []
    for row in giving_way(sheet.rows):
        try:
            entries.append(lines.entry(row))
        except CannotBeASession as why:
            refused.append((row.line, str(why)))
    return entries, refused


def moved(entries: Iterable[SessionEntry], days: int) -> list[SessionEntry]:
    """The same so many days later; on another day the clock shows no hour twice."""
    by = timedelta(days=days)
    return [
        replace(entry, starts=entry.starts + by, is_second_hour=False) if days and entry.starts else entry
        for entry in entries
    ]


def days_to(gathering: Gathering, first_day: date | None) -> int:
    """By how many days the file’s first day stands before the gathering’s; none where one of them is not known."""
    days = (gathering.day - first_day).days if gathering.day and first_day else 0
    return days if abs(days) <= MOST_DAYS else 0


def days_moved_before(gathering: Gathering) -> int | None:
    """What was chosen for the file before; None where there was none."""
    return ProgrammeImport.objects.of(gathering).order_by("at", "pk").values_list("days_moved", flat=True).last()

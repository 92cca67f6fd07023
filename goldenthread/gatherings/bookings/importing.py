"""A list as people have it becomes bookings: looked at first, brought with one button, taken back with another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.columns import Columns, guess
from goldenthread.gatherings.bookings.import_rows import AlreadyListed, ImportRow, trouble, wish_in
from goldenthread.gatherings.bookings.models import Import, ImportedLine, Opening
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.statuses import has_left, said_no, waits
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.kit.email_address import is_address
from goldenthread.kit.headings import is_heading
from goldenthread.kit.one_at_a_time import giving_way
from goldenthread.kit.pressing import mark_at
from goldenthread.kit.reading.file_queue import a_turn
from goldenthread.kit.reading.limits import PAGE
from goldenthread.kit.spreadsheets import Spreadsheet, SpreadsheetRow, read
from goldenthread.people.models import Person


@dataclass(frozen=True)
class LeftOut:
    """One that cannot, and why, in words."""

    number: int
    why: str


@dataclass(frozen=True)
class ImportPreview:
    """What a list would bring, before anything is written."""

    file: str
    sheet: Spreadsheet
    columns: Columns
    lines: list[ImportRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    # Addresses of those who left a mailing list: not brought in, and not to be asked by any other list.
    unsubscribed: list[str] = field(default_factory=list)


def look(gathering: Gathering, name: str, content: bytes, language: str) -> ImportPreview:
    """Read a file. Raises `spreadsheets.Unreadable`; writes nothing."""
    with a_turn():
        sheet = read(name, content, is_heading, PAGE)
    return look_again(gathering, name.replace("\x00", "")[:120], sheet, guess(sheet), language)


def look_again(
    gathering: Gathering,
    file: str,
    sheet: Spreadsheet,
    columns: Columns,
    language: str,
    words: Mapping[str, str] = MappingProxyType({}),
) -> ImportPreview:
    """With columns that somebody chose by hand, and what they said of words that cannot be read."""
    looked = ImportPreview(file, sheet, columns)
    if columns.names or columns.status or columns.left_at:
        wishes = [(row, wish_in(row, columns, language, words)) for row in giving_way(sheet.rows)]
        _sort_out(looked, wishes, AlreadyListed.of(gathering))
    return looked


def _sort_out(looked: ImportPreview, wishes: list[tuple[SpreadsheetRow, PlaceRequest]], known: AlreadyListed) -> None:
    waiting: list[ImportRow] = []
    for row, wish in giving_way(wishes):
        new = known.alone(ImportRow(row.line, wish))
        if wish.email and is_address(wish.email) and has_left(row, looked.columns):
            looked.unsubscribed.append(wish.email)
        elif said_no(row, looked.columns):
            why = _("The list says that %(name)s isn’t coming.") % {"name": wish.name or wish.email}
            looked.left_out.append(LeftOut(row.line, why))
        elif why := trouble(new.wish, known, len(looked.lines) + len(waiting)):
            looked.left_out.append(LeftOut(row.line, why))
        else:
            known.add(new.wish)
            (waiting if waits(row, looked.columns) else looked.lines).append(new)
    # Who waited does not take the seat of somebody who had one.
    looked.lines.extend(waiting)


@transaction.atomic
def bring(gathering: Gathering, file: str, lines: list[ImportRow], *, once: str, now: datetime, by: Person) -> Import:
    """Write down what was looked at. A second press of the same button brings nothing.

    Nobody is written to: an e-mail to so many is written by a person, and seen before it goes.
    """
    Opening.objects.in_turn(gathering.pk)
    mark = mark_at("bookings.import", gathering.pk, once)
    before = Import.objects.filter(once=mark).first()
    if before:
        return before
    brought = Import.objects.create(gathering=gathering, by=by, at=now, file=file, once=mark)
    # Since the list was looked at, some may have booked themselves.
    known = AlreadyListed.of(gathering)
    for line in map(known.alone, lines):
        if not (known.has(line.wish) or known.has_said_no(line.wish)):
            booking = put_down(gathering, line.wish, now=now, by=by)
            ImportedLine.objects.create(brought_by=brought, line=line.number, booking=booking, stood=booking.state)
    note(by, "brought in a list", gathering)
    return brought

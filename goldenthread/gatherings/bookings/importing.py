"""A list as people have it becomes bookings: looked at first, brought with one button, taken back with another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.columns import Columns, guess
from goldenthread.gatherings.bookings.expecting import noes_to
from goldenthread.gatherings.bookings.models import Import, ImportedLine, Opening
from goldenthread.gatherings.bookings.models.booking import MOST_SEATS
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.statuses import has_left, said_no, waits
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.kit.email_address import in_one_spelling, is_address
from goldenthread.kit.headings import is_heading
from goldenthread.kit.one_at_a_time import giving_way
from goldenthread.kit.pressing import mark_at
from goldenthread.kit.reading.file_queue import a_turn
from goldenthread.kit.reading.limits import PAGE
from goldenthread.kit.spreadsheets import Spreadsheet, SpreadsheetRow, read
from goldenthread.outbox.models.refusal import whose
from goldenthread.people.models import Person

MOST_LINES = 1000
# What stands below the people of many a list, such as "Total 24", "Grand total:" or "24".
A_SUM = re.compile(
    r"(?:(?:grand|sub)?[ -]?(?:total|sum|count)|cyfanswm|nifer)?[\W\d]*"
    r"(?:people|persons|guests|delegates|attendees|names|places|pobl|enwau)?[\W\d]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ImportRow:
    """One line of the list that can become a booking."""

    number: int
    wish: PlaceRequest


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


def look_again(gathering: Gathering, file: str, sheet: Spreadsheet, columns: Columns, language: str) -> ImportPreview:
    """With columns that somebody chose by hand."""
    looked = ImportPreview(file, sheet, columns)
    if columns.names or columns.status or columns.left_at:
        _sort_out(looked, sheet, AlreadyListed.of(gathering), language)
    return looked


@dataclass
class AlreadyListed:
    """Who is on the list already, by address and by name; it grows line by line, so that nobody comes twice."""

    addresses: set[str]
    names: set[str]
    # Whoever said no, by what can be recognised of their addresses: they are not brought in again.
    noes: frozenset[str]

    @classmethod
    def of(cls, gathering: Gathering) -> AlreadyListed:
        live = list(gathering.bookings.live().select_related("person"))
        # An address may have changed since they booked.
        addresses = {address for booking in live for address in (booking.email, booking.address) if address}
        return cls(addresses, {booking.known_as.casefold() for booking in live}, noes_to(gathering))

    def has(self, wish: PlaceRequest) -> bool:
        return wish.email in self.addresses if wish.email else wish.name.casefold() in self.names

    def shares_an_address(self, wish: PlaceRequest) -> bool:
        """That somebody of another name goes by it."""
        return bool(wish.email) and wish.email in self.addresses and wish.name.casefold() not in self.names

    def has_said_no(self, wish: PlaceRequest) -> bool:
        return bool(wish.email) and whose(wish.email) in self.noes

    def add(self, wish: PlaceRequest) -> None:
        self.addresses |= {wish.email} - {""}
        self.names.add(wish.name.casefold())


def _sort_out(looked: ImportPreview, sheet: Spreadsheet, known: AlreadyListed, language: str) -> None:
    waiting: list[ImportRow] = []
    for row in giving_way(sheet.rows):
        wish = _wish(row, looked.columns, language)
        if wish.email and is_address(wish.email) and has_left(row, looked.columns):
            looked.unsubscribed.append(wish.email)
        elif said_no(row, looked.columns):
            why = _("The list says that %(name)s isn’t coming.") % {"name": wish.name or wish.email}
            looked.left_out.append(LeftOut(row.line, why))
        elif why := _trouble(wish, known, len(looked.lines) + len(waiting)):
            looked.left_out.append(LeftOut(row.line, why))
        else:
            known.add(wish)
            (waiting if waits(row, looked.columns) else looked.lines).append(ImportRow(row.line, wish))
    # Who waited does not take the seat of somebody who had one.
    looked.lines.extend(waiting)


def _wish(row: SpreadsheetRow, columns: Columns, language: str) -> PlaceRequest:
    def text(headings: Sequence[str]) -> str:
        return " ".join(" ".join(row.cells[heading] for heading in headings).replace("\x00", " ").split())

    supporter = text(columns.supporter)
    return PlaceRequest(
        name=text(columns.names),
        email=in_one_spelling(text(columns.email)),
        language=language,
        # What somebody needs may go over several lines.
        needs=" ".join(row.cells[heading] for heading in columns.needs).replace("\x00", " ").strip()[:2000],
        line=text(columns.line)[:400],
        supporter=supporter[:80],
        has_supporter=bool(supporter) or text(columns.seats) == str(MOST_SEATS),
    )


def _trouble(wish: PlaceRequest, known: AlreadyListed, so_far: int) -> str:
    """Why this line cannot be a booking; empty when it can."""
    if not wish.name:
        return _("There’s no name.")
    if len(wish.name) > 80:
        return _("The name is longer than 80 letters.")
    if not wish.email and A_SUM.match(wish.name):
        return _("“%(name)s” looks like a total, not a person.") % {"name": wish.name}
    if wish.email and not is_address(wish.email):
        return _("“%(address)s” is not an e-mail address.") % {"address": wish.email[:80]}
    if known.shares_an_address(wish):
        return _(
            "%(name)s has the same e-mail address as somebody else on the list. Leave the address out, and we’ll know they’re two people."
        ) % {"name": wish.name}
    if known.has(wish):
        return _("%(name)s is already on the list.") % {"name": wish.name}
    if known.has_said_no(wish):
        return _("%(name)s has said that they’re not coming.") % {"name": wish.name}
    return _("We can take only %(n)d lines at once.") % {"n": MOST_LINES} if so_far >= MOST_LINES else ""


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
    for line in lines:
        if not (known.has(line.wish) or known.has_said_no(line.wish)):
            booking = put_down(gathering, line.wish, now=now, by=by)
            ImportedLine.objects.create(brought_by=brought, line=line.number, booking=booking, stood=booking.state)
    note(by, "brought in a list", gathering)
    return brought

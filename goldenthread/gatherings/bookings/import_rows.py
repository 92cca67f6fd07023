"""One line of a list, as a wish for a place; and who is on the list already."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.columns import Columns
from goldenthread.gatherings.bookings.expecting import noes_to
from goldenthread.gatherings.bookings.list_words import region_in, sectors_in
from goldenthread.gatherings.bookings.models.booking import MOST_SEATS
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.email_address import in_one_spelling, is_address
from goldenthread.kit.headings import is_turned, turned_back
from goldenthread.kit.name_order import plain_words
from goldenthread.kit.spreadsheets import SpreadsheetRow
from goldenthread.outbox.models.refusal import whose
from goldenthread.people.models import Region, Sector

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
    # Somebody else has their address, so they come in without it.
    shares_an_address: bool = False

    def hats(self) -> list[str]:
        """In words: sectors, role and region."""
        sectors = [str(Sector(sector).label) for sector in self.wish.sectors]
        region = [str(Region(self.wish.region).label)] if self.wish.region else []
        return [*sectors, *([self.wish.role] if self.wish.role else []), *region]


@dataclass
class AlreadyListed:
    """Who is on the list already, by address and by name; it grows line by line, so that nobody comes twice."""

    addresses: dict[str, str]
    names: set[str]
    # Whoever said no, by what can be recognised of their addresses: they are not brought in again.
    noes: frozenset[str]

    @classmethod
    def of(cls, gathering: Gathering) -> AlreadyListed:
        live = list(gathering.bookings.live().select_related("person"))
        # An address may have changed since they booked.
        addresses = {address: booking.known_as for booking in live for address in (booking.email, booking.address)}
        return cls(addresses, {booking.known_as.casefold() for booking in live}, noes_to(gathering))

    def has(self, wish: PlaceRequest) -> bool:
        return wish.email in self.addresses if wish.email else wish.name.casefold() in self.names

    def alone(self, row: ImportRow) -> ImportRow:
        """Two people of one address are two people: the second comes in without it, and convenors answer for them."""
        wish = row.wish
        theirs = self.addresses.get(wish.email) if wish.email else None
        if theirs is None or _may_be_one(theirs, wish.name):
            return row
        return replace(row, wish=replace(wish, email=""), shares_an_address=True)

    def has_said_no(self, wish: PlaceRequest) -> bool:
        return bool(wish.email) and whose(wish.email) in self.noes

    def add(self, wish: PlaceRequest) -> None:
        self.addresses[wish.email] = wish.name
        self.names.add(wish.name.casefold())


def _may_be_one(name: str, other: str) -> bool:
    """Whether somebody may have written both: Siân, S. Môr and Siân Môr."""
    shorter, longer = sorted((plain_words(name), plain_words(other)), key=len)
    return all(any(word.startswith(part) or part.startswith(word) for word in longer) for part in shorter)


def wish_in(row: SpreadsheetRow, columns: Columns, language: str, words: Mapping[str, str]) -> PlaceRequest:
    """`words` are sectors and regions in the list's own words, as a convenor explained them."""

    def text(headings: Sequence[str]) -> str:
        return " ".join(" ".join(row.cells[heading] for heading in headings).replace("\x00", " ").split())

    supporter = text(columns.supporter)
    return PlaceRequest(
        name=turned_back(text(columns.names)) if any(map(is_turned, columns.names)) else text(columns.names),
        email=in_one_spelling(text(columns.email)),
        language=language,
        # What somebody needs may go over several lines.
        needs=" ".join(row.cells[heading] for heading in columns.needs).replace("\x00", " ").strip()[:2000],
        line=text(columns.line)[:400],
        supporter=supporter[:80],
        has_supporter=bool(supporter) or text(columns.seats) == str(MOST_SEATS),
        sectors=sectors_in(";".join(row.cells[heading] for heading in columns.sectors), words),
        role=text(columns.role)[:120],
        region=region_in(text(columns.region), words),
    )


def trouble(wish: PlaceRequest, known: AlreadyListed, so_far: int) -> str:
    """Why this line cannot be a booking; empty when it can."""
    if not wish.name:
        return _("There’s no name.")
    if len(wish.name) > 80:
        return _("The name is longer than 80 letters.")
    if not wish.email and A_SUM.match(wish.name):
        return _("“%(name)s” looks like a total, not a person.") % {"name": wish.name}
    if wish.email and not is_address(wish.email):
        bad = {"name": wish.name, "address": wish.email[:80]}
        return _("%(name)s: “%(address)s” is not an e-mail address.") % bad
    if known.has(wish):
        return _("%(name)s is already on the list.") % {"name": wish.name}
    if known.has_said_no(wish):
        return _("%(name)s has said that they’re not coming.") % {"name": wish.name}
    return _("We can take only %(n)d lines at once.") % {"n": MOST_LINES} if so_far >= MOST_LINES else ""

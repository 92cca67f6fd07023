"""The bookings of one gathering as convenors look at them: found, counted, and as a spreadsheet."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.models.presses import PROVED
from goldenthread.gatherings.bookings.models.state import LIVE
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.spreadsheets import as_csv, as_xlsx

FILE_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Where a comma stands in numbers, Excel parts the cells of a CSV by semicolons, and reads a line with commas as one cell.
SEPARATORS = {"semicolon": ";"}


@dataclass(frozen=True)
class ListFilter:
    """What a convenor asked to see."""

    state: str = ""
    words: str = ""


def filtered_bookings(gathering: Gathering, view: ListFilter) -> BookingQuerySet:
    """Those who wait stand in line; everybody else by name."""
    rows = gathering.bookings.select_related("person")
    rows = rows.filter(state=view.state) if view.state in State.values else rows.filter(state__in=LIVE)
    for word in view.words.split()[:8]:
        matches = Q(name__icontains=word) | Q(line__icontains=word)
        rows = rows.filter(matches & PROVED | Q(person__chosen_name__icontains=word) | Q(email__icontains=word))
    return rows.in_waiting_order() if view.state == State.WAITING else rows.order_by("name", "pk")


def waiting(gathering: Gathering) -> list[Booking]:
    """In the order in which they are offered a place."""
    rows = gathering.bookings.in_waiting_order().select_related("person", "brought_in")
    return list(rows.defer("needs", "supporter"))


def counts(gathering: Gathering) -> list[tuple[State, int]]:
    """How many bookings stand where, for those states that occur."""
    counted = gathering.bookings.values("state").annotate(n=Count("pk")).order_by()
    by_state = {row["state"]: row["n"] for row in counted}
    return [(state, by_state[state]) for state in State if state in by_state]


def as_file(gathering: Gathering, kind: str, *, separator: str = "") -> tuple[bytes, str]:
    """The file, and what it is. Hats are not in it: they were told for mixing, not for lists."""
    rows: list[list[object]] = [_headings(), *_rows(filtered_bookings(gathering, ListFilter()))]
    written = as_csv(rows, SEPARATORS.get(separator, ",")) if kind == "csv" else as_xlsx(rows, _("Bookings"))
    return written, FILE_TYPES[kind]


def _headings() -> list[object]:
    return [_("Name"), _("E-mail"), _("How it stands"), _("Seats"), _("Supporter"), _("Access and food"), _("Line")]


def _rows(bookings: BookingQuerySet) -> Iterator[list[object]]:
    for booking in bookings:
        yield [
            booking.listed_as,
            booking.address,
            str(booking.get_state_display()),
            booking.seats,
            *([booking.supporter, booking.needs, booking.line] if booking.is_proved else [""] * 3),
        ]


def by_name(bookings: BookingQuerySet) -> list[Booking]:
    """For paper, on which nobody can search: as people are called now, Éva beside Eve."""
    return sorted(bookings.select_related("person").order_by("pk"), key=lambda booking: _sorted_as(booking.known_as))


def _sorted_as(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()

"""The bookings of one gathering as convenors look at them: found, put in order, counted, and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.answers import answers_at
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.models.presses import PROVED
from goldenthread.gatherings.bookings.models.state import LIVE
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.name_order import by_first_name, by_surname
from goldenthread.kit.spreadsheets import as_csv, as_xlsx

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

FILE_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Where a comma stands in numbers, Excel parts the cells of a CSV by semicolons, and reads a line with commas as one cell.
SEPARATORS = {"semicolon": ";"}
# Nobody is coming to what has been.
AFTER_THE_DAY: dict[State, StrPromise] = {State.COMING: gettext_lazy("had a place")}
ON_A_PAGE = 50
# Whose order says who is first.
IN_TURN = {State.WAITING, State.ASKED}


class SortBy(TextChoices):
    """In which order a convenor looks at the list."""

    TURN = "turn", gettext_lazy("Whose turn it is")
    FIRST_NAME = "name", gettext_lazy("First name")
    SURNAME = "surname", gettext_lazy("Surname")
    STATE = "state", gettext_lazy("Status")
    NEWEST = "newest", gettext_lazy("Newest first")


@dataclass(frozen=True)
class ListFilter:
    """What a convenor asked to see."""

    state: str = ""
    words: str = ""
    sort: str = ""

    @property
    def is_in_turn(self) -> bool:
        """Those who wait, as they stand in line; those who asked, as they did."""
        return self.state in IN_TURN and self.sort in {"", SortBy.TURN}

    @property
    def is_numbered(self) -> bool:
        """All of them, so that the first one shown is next."""
        return self.is_in_turn and self.state == State.WAITING and not self.words

    @property
    def sorts(self) -> list[SortBy]:
        """The first of them is what they are sorted by if nothing else was asked for."""
        return [sort for sort in SortBy if sort != SortBy.TURN or self.state in IN_TURN]


class SortKey(NamedTuple):
    """What puts one booking in order."""

    pk: int
    name: str
    state: str
    turn: int


def filtered_bookings(gathering: Gathering, view: ListFilter) -> BookingQuerySet:
    """In no order yet."""
    rows = gathering.bookings.select_related("person", "brought_in")
    rows = rows.filter(state=view.state) if view.state in State.values else rows.filter(state__in=LIVE)
    for word in view.words.split()[:8]:
        matches = Q(name__icontains=word) | Q(line__icontains=word)
        rows = rows.filter(matches & PROVED | Q(person__chosen_name__icontains=word) | Q(email__icontains=word))
    return rows.order_by("pk")


def page_of(gathering: Gathering, view: ListFilter, number: str | None) -> Page[Any]:
    """Fifty of them. Of all the others nothing is read but what puts them in order."""
    rows = filtered_bookings(gathering, view)
    paginator: Paginator[Any] = Paginator(_in_order(_keys(rows), view), ON_A_PAGE)
    keys = paginator.get_page(number)
    shown = rows.select_related("person", "brought_in", "written_to").defer("needs", "table_needs")
    by_key = {row.pk: row for row in shown.filter(pk__in=[key.pk for key in keys])}
    return Page([by_key[key.pk] for key in keys if key.pk in by_key], keys.number, paginator)


def _keys(rows: BookingQuerySet) -> list[SortKey]:
    """Of five thousand bookings, without making five thousand of anything larger."""
    fields = "name", "email", "state", "confirmed_at", "person", "person__name", "person__chosen_name", "brought_in"
    return [
        SortKey(pk, _listed_as(*named), named[2], moved_to or pk)
        for pk, moved_to, *named in rows.order_by("pk").values_list("pk", "moved_to", *fields)
    ]


def _listed_as(name: str, email: str, state: str, confirmed_at: object, person: int | None, *more: Any) -> str:
    """As `Booking.listed_as`."""
    theirs, chosen, brought_in = more
    is_proved = confirmed_at is not None or not email or brought_in is not None
    is_named = person or confirmed_at or not email or state == State.EXPECTED or (state != State.KEPT and is_proved)
    return (chosen or theirs or name) if is_named else email


def _in_order(keys: list[SortKey], view: ListFilter) -> list[SortKey]:
    """Those who wait stand in line; everybody else by name, if nothing else was asked for."""
    if view.sort == SortBy.NEWEST:
        return sorted(keys, key=lambda key: -key.pk)
    if view.is_in_turn:
        return sorted(keys, key=lambda key: key.turn)
    name = by_surname if view.sort == SortBy.SURNAME else by_first_name
    ranks = {state: rank for rank, state in enumerate(State.values)} if view.sort == SortBy.STATE else {}
    return sorted(keys, key=lambda key: (ranks.get(key.state, 0), name(key.name), key.pk))


def waiting(gathering: Gathering) -> list[Booking]:
    """In the order in which they are offered a place."""
    rows = gathering.bookings.in_waiting_order().select_related("person", "brought_in")
    return list(rows.defer("needs", "table_needs", "supporter"))


def counts(gathering: Gathering, *, is_over: bool) -> list[tuple[State, StrPromise, int]]:
    """How many bookings stand where, for those states that occur, in words of now or of a day that has been."""
    past = AFTER_THE_DAY if is_over else {}
    counted = gathering.bookings.values("state").annotate(n=Count("pk")).order_by()
    by_state = {row["state"]: row["n"] for row in counted}
    return [(state, past.get(state, state.label), by_state[state]) for state in State if state in by_state]


def as_file(gathering: Gathering, kind: str, *, separator: str = "") -> tuple[bytes, str]:
    """The file, and what it is. Hats are not in it: they were told for mixing, not for lists."""
    questions, answers = answers_at(gathering)
    keys = [question.pk for question in questions]
    rows: list[list[object]] = [
        [*_headings(), *(question.words for question in questions)],
        *([*row, *_answered(booking, keys, answers)] for booking, row in _rows(_for_a_file(gathering))),
    ]
    written = as_csv(rows, SEPARATORS.get(separator, ",")) if kind == "csv" else as_xlsx(rows, _("Bookings"))
    return written, FILE_TYPES[kind]


def _for_a_file(gathering: Gathering) -> list[Booking]:
    """By name, and then those who wait, in line: read again, nobody has lost their turn."""
    rows = by_name(filtered_bookings(gathering, ListFilter()))
    return sorted(rows, key=lambda booking: booking.turn if booking.is_waiting else 0)


def _headings() -> list[object]:
    return [_("Name"), _("E-mail"), _("How it stands"), _("Seats"), _("Supporter"), _("Access and food"), _("Line")]


def _rows(bookings: Iterable[Booking]) -> Iterator[tuple[Booking, list[object]]]:
    for booking in bookings:
        row = [
            booking.listed_as,
            booking.address,
            str(booking.get_state_display()),
            booking.seats,
            *([booking.supporter, _all_needs(booking), booking.line] if booking.is_proved else [""] * 3),
        ]
        yield booking, row


def _answered(booking: Booking, questions: list[int], answers: dict[tuple[int, int], str]) -> list[object]:
    return [answers.get((booking.pk, question), "") for question in questions]


def _all_needs(booking: Booking) -> str:
    return "; ".join(filter(None, [booking.get_table_needs_display(), booking.needs]))


def by_name(bookings: BookingQuerySet) -> list[Booking]:
    """For paper, on which nobody can search: as people are called now, Éva beside Eve."""
    rows = bookings.select_related("person", "brought_in").order_by("pk")
    return sorted(rows, key=lambda booking: (by_first_name(booking.listed_as), booking.pk))

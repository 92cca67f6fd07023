"""Where somebody sits, and with whom, as it was announced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.coming import TO_BE_SEATED
from goldenthread.gatherings.tables.models import Mix, Round, Seat, Table
from goldenthread.gatherings.tables.namesakes import told_apart_by_table
from goldenthread.gatherings.tables.no_table import why_no_table
from goldenthread.gatherings.tables.rules import may_see_neighbours, may_wish
from goldenthread.kit import clock
from goldenthread.kit.name_order import by_first_name
from goldenthread.mixing.sheet.names import first_name
from goldenthread.people.audience import how_they_are_called
from goldenthread.people.models import Person


@dataclass(frozen=True)
class Neighbour:
    """Somebody at my table, as I may know them."""

    name: str
    pronouns: str = ""
    is_host: bool = False
    # The name alone, where `name` says more because two are called alike.
    called: str = ""


@dataclass(frozen=True)
class MyRound:
    """One round of mine: with a table, or with a sentence that says why there is none and what happens next."""

    round: Round
    table: Table | None = None
    neighbours: tuple[Neighbour, ...] = ()
    is_sat_out: bool = False
    why: str = ""


def my_booking(gathering: Gathering, person: Person) -> Booking | None:
    return my_bookings(gathering, person).select_related("gathering", "person").first()


def my_bookings(gathering: Gathering, person: Person) -> BookingQuerySet:
    """Signed in, their address has proved to be theirs, whoever typed it in."""
    seated = Booking.objects.filter(gathering=gathering, state__in=TO_BE_SEATED)
    return seated.of(person=person, email=person.email or "")


def my_tables(booking: Booking) -> list[MyRound]:
    """Round by round, with names for those who may know them; empty while nothing was announced, and at an address that a convenor typed
    until its owner said that it is them. A handful of queries."""
    mix = told_to(booking.gathering)
    if mix is None or booking.is_by_word_of_mouth:
        return []
    mine = {seat.round_id: seat for seat in mix.seats.filter(booking=booking).select_related("table")}
    beside = _beside(mix, mine.values() if may_see_neighbours(booking) else [], booking)
    rounds = list(mix.arrangement.rounds.order_by("number"))
    without = why_no_table(booking, mix, [round_ for round_ in rounds if round_.pk not in mine])
    return [
        MyRound(round_, mine[round_.pk].table, tuple(beside.get(round_.pk, ())))
        if round_.pk in mine
        else MyRound(round_, is_sat_out=without[round_.pk].is_sat_out, why=without[round_.pk].in_words)
        for round_ in rounds
    ]


def _beside(mix: Mix, mine: Iterable[Seat], booking: Booking) -> Mapping[int, list[Neighbour]]:
    """By round: everybody else at my table who is known by name and has not sent word that they cannot come."""
    places = Q(pk=None)
    for seat in mine:
        places |= Q(round=seat.round_id, table=seat.table_id)
    seats = mix.seats.filter(places, booking__state__in=TO_BE_SEATED).exclude(booking=booking)
    neighbours: dict[Round, dict[int, Neighbour]] = defaultdict(dict)
    for seat in seats.select_related("booking__person", "table", "round").order_by("pk"):
        if seat.booking.is_named:
            neighbours[seat.round][seat.booking_id] = neighbour(seat.booking, booking.person, table=seat.table)
    return {round_.pk: _by_name(mix, round_, there) for round_, there in neighbours.items()}


def _by_name(mix: Mix, round_: Round, there: Mapping[int, Neighbour]) -> list[Neighbour]:
    names = told_apart_by_table(mix, round_, {key: beside.name for key, beside in there.items()})
    named = (replace(beside, name=names[key]) for key, beside in there.items())
    return sorted(named, key=lambda beside: by_first_name(beside.name))


def neighbour(booking: Booking, viewer: Person | None, *, table: Table) -> Neighbour:
    """By the name that they let this viewer see; their first name is for everybody at the table, as the booking says."""
    name, pronouns = as_called(booking, viewer)
    return Neighbour(name, pronouns, table.host_id == booking.pk, called=name)


def as_called(booking: Booking, viewer: Person | None) -> tuple[str, str]:
    """The name that this viewer may read, or the first one; and the pronouns."""
    seen = how_they_are_called(of=booking.person, by=viewer) if booking.person else None
    name, pronouns = (seen.name, seen.pronouns) if seen else ("", "")
    return name or first_name(booking.known_as), pronouns


def ways_to_tables(booking: Booking) -> list[tuple[str, str]]:
    """From the page of a booking: in words, and where they lead."""
    address = [booking.gathering.slug, booking.key]
    ways, may = [], may_wish(booking, clock.now())
    has_seats = may_see_neighbours(booking) and told_to(booking.gathering) is not None
    if has_seats:
        ways.append((_("Where I sit") if may else _("Where I sat"), reverse("tables:place_tables", args=address)))
    # At one long table, or at none, there is nothing to choose.
    if may and Table.objects.open_at(booking.gathering).count() > 1:
        words = _("Wishes for the tables, or another seat") if has_seats else _("Wishes for the tables")
        ways.append((words, reverse("tables:place_wishes", args=address)))
    return ways

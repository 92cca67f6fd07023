"""Asking for a place: it is kept at once, or one waits in line. Asked twice, it is the same place.

Whoever is not signed in may type anybody's address. Each such press costs the same and leaves the same rows, whether or not
that address has a booking; how that one stands is told by e-mail (docs/decisions/0015-a-press-tells-nothing.md).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from goldenthread.gatherings.bookings.answering import confirm, take_down
from goldenthread.gatherings.bookings.answers import put_answers, type_answers
from goldenthread.gatherings.bookings.expecting import expect, expect_after_all
from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State
from goldenthread.gatherings.bookings.saying_quietly import say_with
from goldenthread.gatherings.bookings.seats import stand, wait_to_be_confirmed
from goldenthread.gatherings.bookings.waiting_list import move_on, seat_for
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.kit.sql import insert, query
from goldenthread.people.models import Person

# By hand, with the words of the indexes' own conditions: see seats.SEATS.
MINE_BY_ADDRESS = """
    SELECT id FROM bookings_booking
     WHERE gathering_id = %s AND email = %s AND NOT email = '' AND state IN ('kept', 'coming', 'expected', 'offered', 'waiting', 'asked')"""
MINE_BY_PERSON = """
    SELECT id FROM bookings_booking
     WHERE gathering_id = %s AND person_id = %s AND state IN ('kept', 'coming', 'expected', 'offered', 'waiting', 'asked')"""
# How long after one e-mail another press by the same person owes a second one.
AN_EMAIL_LASTS = timedelta(minutes=10)
AS_TYPED = ("name", "email", "language", "supporter", "sectors", "needs", "table_needs", "line", "role", "region")
# Which e-mail tells how a booking stands. Somebody who was put down by others finds the way to their place by it.
AGAIN = {
    State.KEPT: Owed.Kind.KEPT,
    State.COMING: Owed.Kind.COMING,
    State.EXPECTED: Owed.Kind.EXPECTED,
    State.WAITING: Owed.Kind.WAITING,
    State.OFFERED: Owed.Kind.OFFER,
    State.ASKED: Owed.Kind.ASKED,
}


class NotOpen(Exception):
    """No places can be booked here, or not any more."""


@dataclass(frozen=True)
class PlaceRequest:
    """What somebody asks for, as they typed it."""

    name: str
    email: str = ""
    language: str = "en-gb"
    sectors: list[str] = field(default_factory=list)
    needs: str = ""
    table_needs: str = ""  # words of Feature, with spaces between
    line: str = ""
    supporter: str = ""  # whoever travels with them; empty when they come alone
    has_supporter: bool = False
    role: str = ""
    region: str = ""
    cost: str = ""  # said quietly
    cost_reader: Person | None = None  # and to whom
    answers: dict[int, str] = field(default_factory=dict)  # to the convenors' own questions
    shows_name: bool = False  # read only where they correct what they told: nobody shows a name by typing an address


# Inside the transaction that counts how often this was asked, if there is one: a savepoint would be two statements more.
@transaction.atomic(savepoint=False)
def keep_a_place(gathering: Gathering, wish: PlaceRequest, *, now: datetime, person: Person | None = None) -> Booking:
    """The booking of whoever asks: a new one, or the one they have.

    Signed in (`person`), the place is theirs at once; otherwise their address still has to prove to be theirs.
    """
    booking = _keep(gathering, wish, now, person)
    if wish.cost:
        say_with(booking, wish, now=now)
    return booking


def _keep(gathering: Gathering, wish: PlaceRequest, now: datetime, person: Person | None) -> Booking:
    opening = _open(gathering)
    mine = _mine(gathering, wish, person)
    if mine and person:
        return _ask_again(Booking.objects.get(pk=mine), wish, opening, now)
    if not opening.takes_bookings(now):
        raise NotOpen
    # What fell free by itself, as when held places are opened, belongs to those who wait already.
    seats = move_on(opening, now)
    booking = _booking(gathering, wish, person, now)
    held_for = None if opening.by_asking else seat_for(booking, opening, seats, now)
    if mine:
        press_again(booking, opening, held_for, now)
    elif opening.by_asking:
        # No seat is theirs, and none is counted, until a convenor says yes (places_by_asking.py).
        booking.state = State.ASKED
        _written(booking, Owed.Kind.ASKED, opening, now)
    else:
        _seat(booking, opening, held_for, now)
    return type_answers(booking, wish.answers) if wish.answers else booking


def seat_regardless(
    gathering: Gathering, wish: PlaceRequest, *, now: datetime, by: Person, person: Person | None
) -> Booking:
    """A convenor types in what came on paper: confirmed, because paper needs no e-mail. Waits when all is taken.

    At an address there is somebody who can be asked: until they say yes they are expected.
    """
    with transaction.atomic():
        opening = _open(gathering)
        if mine := _mine(gathering, wish, person):
            return _vouch_for(Booking.objects.get(pk=mine), wish, opening, now=now, by=by)
        seats, booking = move_on(opening, now), _booking(gathering, wish, person, now)
        held_for = seat_for(booking, opening, seats, now)
        if booking.address:
            expect(booking, held_for, now=now, by=by)
        else:
            booking.confirmed_at = now
            _seat(booking, opening, held_for, now)
        note(by, "typed in a booking", booking)
        return type_answers(booking, wish.answers)


def _vouch_for(booking: Booking, wish: PlaceRequest, opening: Opening, *, now: datetime, by: Person) -> Booking:
    """A convenor holds their sheet: what anybody typed for the address before, and nobody confirmed, gives way to it."""
    if booking.is_proved or opening.is_over(now):
        return booking
    take_down(booking, _booking(opening.gathering, wish, None, now), opening, now)
    expect_after_all(booking, now=now, by=by)
    return type_answers(booking, wish.answers)


def _open(gathering: Gathering) -> Opening:
    try:
        opening = Opening.objects.in_turn(gathering.pk)
    except Opening.DoesNotExist as never:
        raise NotOpen from never
    if opening.gathering.is_called_off:
        raise NotOpen
    return opening


def _mine(gathering: Gathering, wish: PlaceRequest, person: Person | None) -> int | None:
    """The key of the booking that there is. Nothing more than that is read: a stranger's press may not cost more for it."""
    rows = query(MINE_BY_ADDRESS, gathering.pk, wish.email) if wish.email else []
    if person:
        rows += query(MINE_BY_PERSON, gathering.pk, person.pk)
    return int(min(rows)[0]) if rows else None


def _booking(gathering: Gathering, wish: PlaceRequest, person: Person | None, now: datetime) -> Booking:
    words = {name: getattr(wish, name) for name in AS_TYPED}
    seats, confirmed_at = 2 if wish.has_supporter else 1, now if person else None
    return Booking(gathering=gathering, person=person, seats=seats, at=now, confirmed_at=confirmed_at, **words)


def _seat(booking: Booking, opening: Opening, held_for: str | None, now: datetime) -> Booking:
    return _written(booking, stand(booking, opening, held_for, now), opening, now)


def press_again(press: Booking, opening: Opening, held_for: str | None, now: datetime) -> Booking:
    """The same rows as for a new booking, in the same tables and columns: what was typed, and the e-mail that is owed."""
    press.state = State.AGAIN
    if held_for is not None:
        wait_to_be_confirmed(press, opening, now)
    return _written(press, Owed.Kind.AGAIN, opening, now)


def _written(booking: Booking, kind: Owed.Kind, opening: Opening, now: datetime) -> Booking:
    insert(booking)
    # Whoever is put on the list afterwards was there, and needs no e-mail that they are coming.
    if booking.address and not opening.is_over(now):
        insert(Owed(booking=booking, kind=kind, at=now))
    return booking


def _ask_again(booking: Booking, wish: PlaceRequest, opening: Opening, now: datetime) -> Booking:
    """Whoever is signed in has shown that the address is theirs, whoever typed it in: what they type now counts."""
    if opening.is_over(now):
        raise NotOpen
    take_down(booking, _booking(booking.gathering, wish, None, now), opening, now)
    put_answers(booking, wish.answers)
    if not booking.confirmed_at:
        return confirm(booking, now)
    move_on(opening, now)
    _write_again(booking, now)
    return booking


def _write_again(booking: Booking, now: datetime) -> None:
    """Whoever asks again has perhaps not found our e-mail. Pressing twice, or in two tabs, is one asking."""
    kind = AGAIN.get(State(booking.state))
    lately = booking.at > now - AN_EMAIL_LASTS
    if kind and not lately and not booking.owed.exists():
        # The next such press is ten minutes away.
        Booking.objects.filter(pk=booking.pk).update(at=now)
        Owed.objects.create(booking=booking, kind=kind, at=now)

"""When somebody cannot come: the place passes on, or goes to a friend."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.above import RoomAboveBookings
from goldenthread.gatherings.bookings.booking_a_place import press_again, wait_to_be_confirmed
from goldenthread.gatherings.bookings.expecting import ASKING
from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State, Withdrawal
from goldenthread.gatherings.bookings.showing_names import hide
from goldenthread.gatherings.bookings.waiting_list import move_on, offer
from goldenthread.journal.note import note
from goldenthread.kit.registry import rooms
from goldenthread.outbox.models import Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person

# They did not say anything, so they need no answer once the gathering is over.
NEVER_ANSWERED = {State.RELEASED, State.LAPSED}


class AlreadyOver(Exception):
    """This booking has ended, perhaps by a press of the same button; or the gathering has."""


@dataclass(frozen=True)
class Friend:
    """To whom somebody gives their place."""

    name: str
    email: str


@transaction.atomic
def give_up(booking: Booking, state: State, *, now: datetime, by: Person | None, line: str = "") -> None:
    """End a booking: the next in line gets an offer in the same moment."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    _end(booking, state, now, line)
    if opening.is_over(now) and state in NEVER_ANSWERED:
        # Nobody else can have the place any more, and there is nothing to ask for again.
        booking.owed.all().delete()
    note(by, f"ended a booking: {state}", booking)
    move_on(opening, now)


@transaction.atomic
def end_for(booking: Booking, *, apologies: bool, now: datetime, by: Person) -> None:
    """A convenor ends the booking of somebody who rang up, and they are told by whom. Raises `AlreadyOver`."""
    give_up(booking, State.APOLOGIES if apologies else State.CANCELLED, now=now, by=by)
    booking.owed.filter(kind=Owed.Kind.OVER).update(kind=Owed.Kind.ENDED)
    for wing in rooms(RoomAboveBookings):
        wing.ended_for_them(booking, now=now, by=by)


@transaction.atomic
def decline(booking: Booking, *, now: datetime) -> None:
    """Whoever was brought in says no: their seat is free, and they are not brought in again. Raises `AlreadyOver`."""
    give_up(booking, State.CANCELLED, now=now, by=None)
    Refusal.of(booking.email, ASKING, about(booking.gathering)).declare()


@transaction.atomic
def give_to(booking: Booking, friend: Friend, *, now: datetime) -> Booking | None:
    """Give a seat to a friend, who confirms it like anybody else. Who waits is offered it, and keeps what they asked for.

    Nobody learns from this whether the friend had a place already: then mine passes on, and they are written to all the same.
    """
    opening = Opening.objects.in_turn(booking.gathering_id)
    is_off = opening.is_over(now) or opening.gathering.is_called_off
    if is_off or not Booking.objects.seated().filter(pk=booking.pk).exists():
        raise AlreadyOver
    _end(booking, State.GIVEN, now)
    note(booking.person, "gave their place to a friend", booking)
    known = Person.objects.filter(email=friend.email).first()
    theirs = Booking.objects.live().filter(gathering=booking.gathering_id).of(person=known, email=friend.email).first()
    if theirs is None:
        theirs = _seat_friend(booking, friend, opening, now)
        Owed.objects.create(booking=theirs, kind=Owed.Kind.GIVEN, at=now)
    elif theirs.state == State.WAITING and theirs.seats <= booking.seats:
        offer(theirs, opening, booking.held_for, now)
    elif theirs.email:
        press = Booking(
            gathering_id=theirs.gathering_id, name=friend.name, email=theirs.email, language=theirs.language
        )
        press_again(press, opening, None, now)
    move_on(opening, now)
    return theirs


def _seat_friend(booking: Booking, friend: Friend, opening: Opening, now: datetime) -> Booking:
    """A friend comes alone: a supporter's seat goes back."""
    theirs = Booking(
        gathering_id=booking.gathering_id, name=friend.name, email=friend.email, language=booking.language, at=now
    )
    theirs.state, theirs.held_for = State.KEPT, booking.held_for
    wait_to_be_confirmed(theirs, opening, now)
    theirs.save()
    return theirs


def _end(booking: Booking, state: State, now: datetime, line: str = "") -> None:
    """What was told for the day is not needed any more, nor an e-mail about how it stood before."""
    gone = {"state": state, "ended_at": now, "until": None, "needs": "", "table_needs": "", "supporter": ""}
    if line:
        gone["line"] = line
    if not Booking.objects.live().filter(pk=booking.pk).update(**gone):
        raise AlreadyOver
    booking.owed.all().delete()
    Withdrawal.objects.filter(booking=booking).delete()
    hide(booking)
    booking.answers.all().delete()
    booking.refresh_from_db()
    # Nobody who was brought in and never said yes is written to once more.
    if booking.address and not booking.is_unanswered:
        Owed.objects.create(booking=booking, kind=_told(state), at=now)


def _told(state: State) -> Owed.Kind:
    return {State.RELEASED: Owed.Kind.RELEASED, State.LAPSED: Owed.Kind.LAPSED}.get(state, Owed.Kind.OVER)

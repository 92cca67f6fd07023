"""What people answer from a letter: this is me, and yes, I come."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from goldenthread.gatherings.bookings.line import move_on
from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State
from goldenthread.journal.note import note
from goldenthread.people.models import Person

# Three guesses at one of a million; the button in the letter needs none.
MOST_TRIES = 3


class NotLive(Exception):
    """This booking has ended, perhaps a moment ago."""


class CalledOff(NotLive):
    """The gathering does not take place, so there is nothing to come to."""


class WrongCode(Exception):
    """That is not the code, or it was tried too often."""


@transaction.atomic
def confirm(booking: Booking, now: datetime) -> Booking:
    """The address is theirs. A kept or offered place is now theirs too; who waits goes on waiting, and is known."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    if opening.gathering.is_called_off:
        raise CalledOff
    booking = _as_it_is(booking)
    if booking.state == State.COMING and booking.person_id:
        return booking
    booking.person = _whose(booking)
    booking.confirmed_at = booking.confirmed_at or now
    booking.until = None if booking.is_seated else booking.until
    is_new = booking.is_seated and booking.state != State.COMING
    booking.state = State.COMING if booking.is_seated else booking.state
    booking.save(update_fields=["person", "confirmed_at", "until", "state"])
    if is_new:
        # The letter that asked them to confirm is pointless now, if it was not written yet.
        booking.owed.filter(kind__in=[Owed.Kind.KEPT, Owed.Kind.OFFER, Owed.Kind.REMINDER]).delete()
        Owed.objects.create(booking=booking, kind=Owed.Kind.COMING, at=now)
        note(booking.person, "confirmed a booking", booking)
    move_on(opening, now)
    return booking


def confirm_by_code(booking: Booking, code: str, now: datetime) -> Booking:
    """The same, in the browser that pressed. Every try counts, however many are made at once."""
    may_try = Booking.objects.live().filter(pk=booking.pk, tries__lt=MOST_TRIES).exclude(code_hash="")
    if not may_try.update(tries=F("tries") + 1):
        raise WrongCode
    booking.refresh_from_db(fields=["code_hash"])
    if not constant_time_compare(booking.code_hash, sealed(booking, code)):
        raise WrongCode
    return confirm(booking, now)


def sealed(booking: Booking, code: str) -> str:
    return salted_hmac(f"goldenthread.bookings.code.{booking.key}", code, algorithm="sha256").hexdigest()


def _as_it_is(booking: Booking) -> Booking:
    """As it stands now that we hold the lock."""
    found = Booking.objects.live().select_related("gathering", "person").filter(pk=booking.pk).first()
    if found is None:
        raise NotLive
    return found


def _whose(booking: Booking) -> Person | None:
    """Whoever goes by this address; a newcomer becomes somebody here, and a member only when they join."""
    if booking.person or not booking.email:
        return booking.person
    person = Person.objects.with_address(booking.email, name=booking.name, language=booking.language)
    other = Booking.objects.live().filter(gathering=booking.gathering_id, person=person).exclude(pk=booking.pk)
    # They booked once under another address: this one stays without a person, and the convenors see two lines.
    return None if other.exists() else person

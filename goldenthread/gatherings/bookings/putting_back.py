"""What was ended by mistake is put back: with a place if there is one, and else on the waiting list, in its old turn."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.correcting_for_them import BookedAlready
from goldenthread.gatherings.bookings.expecting import SaidNo, ask_each, has_said_no
from goldenthread.gatherings.bookings.models import Booking, BroughtIn, Opening, Owed, State
from goldenthread.gatherings.bookings.rules import may_ask_the_expected, may_put_back, may_vouch_for
from goldenthread.gatherings.bookings.waiting_list import move_on, seat_for
from goldenthread.journal.note import note
from goldenthread.people.models import Person


class NeverConfirmed(Exception):
    """Nobody showed that this address is theirs, so the words in it may be a stranger's."""


@transaction.atomic
def put_back(booking: Booking, *, now: datetime, by: Person) -> Booking:
    """As it stands then. Raises `NotLive`, `NeverConfirmed`, `BookedAlready`, and `SaidNo` where only they can say yes again."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    booking = Booking.objects.select_related("gathering", "person", "brought_in").get(pk=booking.pk)
    if not may_put_back(booking, now):
        raise NotLive
    if not may_vouch_for(booking):
        raise NeverConfirmed
    others = Booking.objects.live().filter(gathering=booking.gathering_id)
    if others.of(person=booking.person, email=booking.email).exists():
        raise BookedAlready
    if has_said_no(booking.gathering, booking.email):
        raise SaidNo
    # Those who wait first: nobody is overtaken for whom there was a place already.
    held_for = seat_for(booking, opening, move_on(opening, now), now)
    _stand(booking, held_for, now=now)
    note(by, "put a booking back", booking)
    move_on(opening, now)
    return booking


def _stand(booking: Booking, held_for: str | None, *, now: datetime) -> None:
    """Who had said that it is them comes, or waits. Everybody else is expected, and is asked."""
    booking.owed.all().delete()
    seated = State.EXPECTED if booking.is_unanswered else State.COMING
    booking.state, booking.held_for = (State.WAITING, "") if held_for is None else (seated, held_for)
    booking.ended_at = booking.until = booking.remind_at = booking.reminded_at = None
    booking.save(update_fields=["state", "held_for", "ended_at", "until", "remind_at", "reminded_at"])
    if not booking.is_unanswered:
        Owed.objects.create(booking=booking, kind=Owed.Kind.BACK, at=now)
    elif may_ask_the_expected(booking.gathering, now):
        # They were asked for a booking that has ended, and are asked once for this one.
        ask_each(BroughtIn.objects.filter(booking=booking).select_related("booking"), now=now)

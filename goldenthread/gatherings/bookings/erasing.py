"""Who only booked is forgotten as thoroughly as who leaves."""

from django.db import transaction

from goldenthread.gatherings.bookings.expecting import ASKING
from goldenthread.gatherings.bookings.leaving import forget
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.journal.note import note
from goldenthread.outbox.models import Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.leaving import forget_everywhere, leave, write_down
from goldenthread.people.models import Person


def whose(booking: Booking) -> Person | None:
    """Whoever goes by it: they confirmed it, or the address that was typed in is theirs."""
    if booking.person or not booking.email:
        return booking.person
    return Person.objects.filter(email=booking.email).first()


@transaction.atomic
def erase(booking: Booking) -> None:
    """Everything that is known of whoever booked, at every gathering and in every room. The journal keeps that it happened."""
    if booking.is_unanswered:
        # Who wants to be forgotten is not to be put down once more by the same list.
        Refusal.of(booking.email, ASKING, about(booking.gathering)).declare()
    person = whose(booking)
    if person:
        leave(person)
        return
    note(None, "was forgotten", booking)
    marks = forget_everywhere(None, booking.email)
    # Without an address, there is nothing of theirs but this.
    write_down(marks + forget(Booking.with_presses.filter(pk=booking.pk)))

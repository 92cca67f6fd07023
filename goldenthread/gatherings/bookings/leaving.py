"""When somebody leaves the house: their seats pass on in the same moment, and no booking keeps their name or address."""

from django.db.models import Q

from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.kit import clock
from goldenthread.people.models import Person


def before_leaving(person: Person) -> None:
    """Whether they confirmed a booking or not: an address that was typed in is theirs, too."""
    theirs = Q(person=person) | (Q(email=person.email) if person.email else Q())
    # In one order, so that two who leave at once wait for each other instead of blocking each other.
    for booking in Booking.objects.live().filter(theirs).order_by("gathering_id", "pk"):
        give_up(booking, State.CANCELLED, now=clock.now(), by=None)
    Booking.with_presses.filter(theirs).delete()

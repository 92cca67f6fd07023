"""When somebody leaves, or is to be forgotten: their seats pass on in the same moment, and no booking keeps their name or address."""

from django.db.models import F, Q

from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, Opening, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.kit import clock, wishes
from goldenthread.people.leaving import forget_everywhere
from goldenthread.people.models import Person


def forget_theirs(person: Person | None, address: str) -> list[str]:
    """Whether they confirmed a booking or not: an address that was typed in is theirs, too."""
    theirs = (Q(person=person) if person else Q(pk=None)) | (Q(email=address.lower()) if address else Q(pk=None))
    return forget(Booking.with_presses.filter(theirs))


def forget(bookings: BookingQuerySet) -> list[str]:
    """In one order, so that two who leave at once wait for each other instead of blocking each other."""
    keys = list(bookings.values_list("pk", flat=True))
    marks = [mark_of(booking) for booking in Booking.with_presses.filter(pk__in=keys)]
    live = Booking.objects.live().filter(pk__in=keys)
    _count_for_convenors(live.filter(brought_in__isnull=False))
    # Somebody at the door may have a booking where nobody could book: nothing passes on there.
    for booking in live.filter(gathering__opening__isnull=False).order_by("gathering_id", "pk"):
        give_up(booking, State.CANCELLED, now=clock.now(), by=None)
    Booking.with_presses.filter(pk__in=keys).delete()
    return marks


def _count_for_convenors(put_down: BookingQuerySet) -> None:
    """They put somebody down who is not on any list now, and the address may have been a slip. They read that, and never who."""
    gatherings = list(put_down.values_list("gathering", flat=True))
    Opening.objects.filter(gathering__in=gatherings).update(erased=F("erased") + 1)


def mark_of(booking: Booking) -> str:
    """For a house that is brought back from an older backup, where nobody had confirmed it yet."""
    return wishes.unreadable(f"booking {booking.pk} {booking.key}")


def forget_again(marks: set[str]) -> None:
    """Nothing is written down: it stands in the book of wishes already."""
    for booking in Booking.with_presses.defer("needs", "table_needs", "supporter").iterator():
        if mark_of(booking) in marks:
            forget_everywhere(None, booking.email)
            forget(Booking.with_presses.filter(pk=booking.pk))

"""When two pages of one person become one, and both had booked at the same gathering."""

from goldenthread.gatherings.bookings.giving_up import AlreadyOver, give_up
from goldenthread.gatherings.bookings.models import Booking, QuietWord, State
from goldenthread.gatherings.bookings.models.state import SEATED
from goldenthread.kit import clock


def keep_the_better(stays: Booking, goes: Booking) -> None:
    """A seat is worth more than a place in line, and that more than having asked: it is handed over, and the second one passes on."""
    worse = goes if _worth(stays) >= _worth(goes) else stays
    better = stays if worse is goes else goes
    if not QuietWord.objects.filter(booking=better).exists():
        QuietWord.objects.filter(booking=worse).update(booking=better)
    try:
        give_up(worse, State.CANCELLED, now=clock.now(), by=None)
    except AlreadyOver:
        return
    if worse is stays:
        Booking.objects.filter(pk=stays.pk).update(person=None)
        Booking.objects.filter(pk=goes.pk).update(person=stays.person_id)


def _worth(booking: Booking) -> int:
    return 2 if booking.state in SEATED else int(booking.state == State.WAITING)

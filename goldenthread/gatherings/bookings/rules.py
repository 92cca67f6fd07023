from datetime import datetime

from django.utils import timezone

from goldenthread.gatherings.bookings.models import Opening


def may_book(opening: Opening | None, now: datetime) -> bool:
    """Anybody may, while the gathering can be booked. Whether there is a seat is another question."""
    return opening is not None and opening.takes_bookings(timezone.localdate(now))

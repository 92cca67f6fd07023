from datetime import datetime

from goldenthread.gatherings.bookings.models import Opening
from goldenthread.gatherings.plan.models import Gathering


def is_over(gathering: Gathering, now: datetime) -> bool:
    """Whether it has been, and nobody can book, confirm or give away a place any more."""
    return Opening(gathering=gathering).is_over(now)


def may_book(opening: Opening | None, now: datetime) -> bool:
    """Anybody may, while the gathering can be booked. Whether there is a seat is another question."""
    return opening is not None and opening.takes_bookings(now)

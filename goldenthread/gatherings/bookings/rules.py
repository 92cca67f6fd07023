from datetime import datetime

from django.utils import timezone

from goldenthread.gatherings.bookings.models import Opening
from goldenthread.gatherings.plan.models import Gathering


def may_book(opening: Opening | None, now: datetime) -> bool:
    """Anybody may, while the gathering can be booked. Whether there is a seat is another question."""
    return opening is not None and opening.takes_bookings(timezone.localdate(now))


def may_ask_the_expected(gathering: Gathering, now: datetime) -> bool:
    """Whether they come can be asked of what goes ahead on a day that is known and not over."""
    goes_ahead = not (gathering.is_called_off or gathering.is_postponed)
    return goes_ahead and not (gathering.ends_at and gathering.ends_at < now)

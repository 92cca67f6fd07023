from datetime import datetime

from goldenthread.gatherings.bookings.models import Booking, Owed
from goldenthread.gatherings.plan.changes import Difference
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.urgent_changes import is_still_so, moves_since


def moved_since(booking: Booking) -> list[Difference]:
    """How the day, the hours or the place differ from those for which somebody booked."""
    gathering = booking.gathering
    number = _version_at(gathering, booking.at)
    return [] if number in {None, gathering.sequence} else moves_since(gathering, number)


def is_news(debt: Owed) -> bool:
    """Whether a change of plan that they are owed is still one to them: not if it was changed back, or they have given up
    their place since, or said yes to it as it is now."""
    booking = debt.booking
    return booking.is_live and is_still_so(booking.gathering, last_known(debt))


def last_known(debt: Owed) -> int | None:
    """Who says yes reads when and where it is. What a convenor says for them, they have not read."""
    booking = debt.booking
    said_yes_since = booking.confirmed_at and booking.confirmed_at > debt.at and not booking.is_by_word_of_mouth
    if debt.since is None or not said_yes_since or booking.confirmed_at is None:
        return debt.since
    return max(debt.since, _version_at(booking.gathering, booking.confirmed_at) or 0)


def _version_at(gathering: Gathering, moment: datetime) -> int | None:
    versions = gathering.history.filter(changed_at__lte=moment).order_by("-sequence")
    number: int | None = versions.values_list("sequence", flat=True).first()
    return number

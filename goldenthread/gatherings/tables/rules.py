"""Who may do what with tables. The verbs protect the data; these protect the people."""

from datetime import datetime

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import has_been
from goldenthread.gatherings.tables.coming import TO_BE_SEATED


def may_wish(booking: Booking, now: datetime) -> bool:
    """Whoever has a place, until it is over; by an address that a convenor typed only once its owner said that it is them: a
    convenor may have typed in a wish for them, too."""
    return may_wish_for(booking, now) and not booking.is_by_word_of_mouth and not booking.is_unanswered


def may_wish_for(booking: Booking, now: datetime) -> bool:
    """A convenor may type in what somebody with a place told them, until it is over."""
    ends_at = booking.gathering.ends_at
    return booking.state in TO_BE_SEATED and not (ends_at and ends_at < now)


def may_make_tables(gathering: Gathering, now: datetime) -> bool:
    """Until it is over. Afterwards the tables are how people sat."""
    return not has_been(gathering, now)


def may_write_of_tables(gathering: Gathering, now: datetime) -> bool:
    """Before the day. On it nobody reads e-mails: the page of the day says it."""
    if gathering.is_called_off or gathering.is_postponed:
        return False
    return gathering.day is None or now.astimezone(gathering.zone).date() < gathering.day


def may_see_neighbours(booking: Booking) -> bool:
    """Whose address has proved to be theirs: names are not for whoever typed some address, nor for one that a convenor typed."""
    return booking.state == State.COMING and not booking.is_by_word_of_mouth

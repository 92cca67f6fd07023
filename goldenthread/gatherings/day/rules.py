"""Who may do what on the day."""

from datetime import datetime, timedelta

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.day.models import Standing
from goldenthread.gatherings.plan.models import Gathering

# Doors open before it begins, and the last ones write their line on the way home.
BEFORE, AFTER = timedelta(hours=4), timedelta(hours=12)
# A line at the door, and a slow telephone.
AT_THE_DOOR = timedelta(minutes=15)
# Said when it is over, these are nothing without their time: from now on, nobody was there any more.
WITH_A_TIME = frozenset({Standing.LATE, Standing.LEFT})


def may_arrive(gathering: Gathering, now: datetime) -> bool:
    """On the day, and only if it goes ahead."""
    starts, ends = gathering.starts_at, gathering.ends_at
    if starts is None or ends is None or gathering.is_called_off or gathering.is_postponed:
        return False
    return starts - BEFORE <= now <= ends + AFTER


def standing_by_oneself(gathering: Gathering, now: datetime) -> Standing:
    """Whoever says well after the beginning that they are here has only just come, as far as anybody knows. A host who saw them
    earlier says so on the list."""
    return Standing.LATE if has_long_begun(gathering, now) else Standing.HERE


def has_long_begun(gathering: Gathering, now: datetime) -> bool:
    """Whether somebody who comes in now comes late, and did not only stand in the line at the door."""
    starts = gathering.starts_at
    return starts is not None and now > starts + AT_THE_DOOR


def may_show_code(booking: Booking, now: datetime) -> bool:
    """Whoever comes, to what goes ahead and is not over."""
    gathering = booking.gathering
    goes_ahead = not (gathering.is_called_off or gathering.is_postponed)
    return booking.state == State.COMING and goes_ahead and not is_over(gathering, now)


def is_over(gathering: Gathering, now: datetime) -> bool:
    return gathering.ends_at is not None and gathering.ends_at < now


def needs_a_time(standing: str, gathering: Gathering, now: datetime) -> bool:
    """Whether a press says too little: they joined late, or left early, and it is over."""
    return standing in WITH_A_TIME and is_over(gathering, now)

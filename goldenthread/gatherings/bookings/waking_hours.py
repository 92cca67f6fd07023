"""Time to answer, in which nights do not count."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING, EVENING = time(8), time(21)


def add_waking_hours(since: datetime, hours: int, zone: ZoneInfo) -> datetime:
    """The moment at which so many hours between eight in the morning and nine in the evening have passed there."""
    at, left = since.astimezone(zone), timedelta(hours=hours)
    while True:
        morning, evening = (datetime.combine(at.date(), hour, zone) for hour in (MORNING, EVENING))
        begins = max(at, morning)
        # Neither bound lies in a night in which clocks change, so local differences are true ones.
        today = max(evening - begins, timedelta())
        if left <= today:
            return (begins + left).astimezone(since.tzinfo)
        left -= today
        at = datetime.combine(at.date() + timedelta(days=1), MORNING, zone)

"""When an event begins, as the clock on the wall of its place shows it, and how many minutes it lasts.

Programs disagree with themselves: a day in one zone, an hour in another. The hour that was written for people is right.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DURATION = re.compile(r"(?:(\d{1,6}):)?(\d{1,6}):(\d{2})")


def begins(written: str, hour: str, zone: str) -> str:
    """Of a moment with an offset and an hour: the moment where the clock shows that hour, here or in the zone of the file."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    if moment.tzinfo is None:
        return moment.isoformat()
    there = at(moment, zone)
    return (there if there.strftime("%H:%M") == hour.strip().zfill(5)[:5] else moment).isoformat()


def begins_on(day: str, hour: str, day_changes_at: str) -> str:
    """Of a day and an hour: what begins before the day changes belongs to the night after it."""
    try:
        on, begin = date.fromisoformat(day[:10]), time.fromisoformat(hour.strip().zfill(5))
        change = time.fromisoformat(day_changes_at.strip().zfill(5)) if day_changes_at.strip() else time.min
        return datetime.combine(on + timedelta(days=begin < change), begin).isoformat()
    except (ValueError, OverflowError):
        return f"{day} {hour}".strip()


def at(moment: datetime, zone: str) -> datetime:
    """The same moment by the clocks of a zone, if there is one of that name."""
    try:
        return moment.astimezone(ZoneInfo(zone)) if zone else moment
    except (ValueError, OSError, OverflowError, KeyError):  # a zone that nobody knows is a KeyError
        return moment


def minutes(duration: str) -> str:
    """Of HH:MM, or D:HH:MM; what is neither stays as it stands."""
    match = DURATION.fullmatch(duration.strip())
    if not match:
        return duration
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return str((days * 24 + hours) * 60 + minutes)

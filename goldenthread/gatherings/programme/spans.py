"""Time on the wall and time as it passes: hours that the clock skips, or shows twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# Of an hour that the clock shows twice.
FIRST, SECOND = "first", "second"


@dataclass(frozen=True, order=True)
class Span:
    """A while, from one moment to another. Both in UTC: two moments of one zone are compared by the clock on the wall."""

    starts_at: datetime
    ends_at: datetime

    def meets(self, other: Span) -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def wall_span(day: date, from_time: time, zone: ZoneInfo, *, minutes: int, is_second_hour: bool = False) -> Span:
    """So many minutes as they pass, also where the clock changes between."""
    starts_at = datetime.combine(day, from_time, zone).replace(fold=int(is_second_hour)).astimezone(UTC)
    return Span(starts_at, starts_at + timedelta(minutes=minutes))


def day_span(day: date, zone: ZoneInfo) -> Span:
    """From midnight to midnight."""
    starts_at, ends_at = (datetime.combine(each, time.min, zone) for each in (day, day + timedelta(days=1)))
    return Span(starts_at.astimezone(UTC), ends_at.astimezone(UTC))


def is_skipped(day: date, from_time: time, zone: ZoneInfo) -> bool:
    """No clock ever shows it: that night it goes on an hour later."""
    wall = datetime.combine(day, from_time)
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall


def is_shown_twice(day: date, from_time: time, zone: ZoneInfo) -> bool:
    wall = datetime.combine(day, from_time, zone)
    return wall.utcoffset() != wall.replace(fold=1).utcoffset() and not is_skipped(day, from_time, zone)

"""Days, hours and lengths as people and programs write them in a list: read by the clock on the wall."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
# From – to in one cell.
TO = re.compile(r"\s*(?:–|—|\bto\b|\btan\b|(?<=[\dm. ])-(?=[\d ]))\s*", re.IGNORECASE)
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
LASTS = re.compile(
    r"(?:(\d{1,4})\s*(?:h|hrs?|hours?|awr)\b)?\s*(?:(\d{1,9})\s*(?:m|min|mins|minutes?|munud)?)?", re.IGNORECASE
)
CLOCK = re.compile(r"(\d{1,4}):(\d{2})(?::\d{2})?")
EARLIEST, LATEST = 1900, 2200


def a_moment(words: str) -> datetime | None:
    """A day and an hour in one, with the offset that stands there; Z for UTC."""
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        return _as_people_write_it(words)
    has_hour = bool(re.search(r"\d[T ]\d", words))
    return moment if has_hour and EARLIEST <= moment.year <= LATEST else None


def _as_people_write_it(words: str) -> datetime | None:
    """“7/3/2026 9:30”."""
    day, _space, hour = words.strip().rpartition(" ")
    on, at = a_day(day), an_hour(hour) if ":" in hour else None
    return datetime.combine(on, at) if on and at else None


def a_day(words: str) -> date | None:
    """“2026-03-07”, “7/3/2026”, “Saturday 7th March 2026”. Days come before months, as here."""
    plain = re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", words.replace(",", " "))
    plain = " ".join(
        re.sub(r"^[A-Za-z]+day\b|^(?:mon|tue|wed|thu|fri|sat|sun)\b", "", plain.strip(), flags=re.IGNORECASE).split()
    )
    for pattern in DAYS:
        try:
            day = datetime.strptime(plain.removesuffix(" 00:00:00"), pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return day if EARLIEST <= day.year <= LATEST else None
    return None


def an_hour(words: str) -> time | None:
    """“9:30”, “09.30”, “9.30am”, “2 pm”, “09:30:00”."""
    match = HOUR.fullmatch(words.strip())
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "").casefold()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def hours(words: str) -> tuple[str, str]:
    """“9:30–10:15” is two."""
    first, *rest = TO.split(words.strip(), maxsplit=1)
    return first, rest[0] if rest else ""


def a_length(words: str) -> int | None:
    """In minutes: “45”, “45 min”, “1h 30”, “0:45”."""
    if clock := CLOCK.fullmatch(words.strip()):
        return int(clock[1]) * 60 + int(clock[2])
    match = LASTS.fullmatch(words.strip())
    return int(match[1] or 0) * 60 + int(match[2] or 0) if match and words.strip() else None


def minutes_between(starts: datetime, ends: datetime | time) -> int:
    """Until an hour that is earlier in the day is until the next one."""
    if isinstance(ends, time):
        ends = datetime.combine(starts.date(), ends, starts.tzinfo)
        ends += timedelta(days=ends <= starts)
    both = (
        [starts, ends] if starts.tzinfo and ends.tzinfo else [moment.replace(tzinfo=None) for moment in (starts, ends)]
    )
    return int((both[1] - both[0]).total_seconds() // 60)

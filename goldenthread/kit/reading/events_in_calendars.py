"""Calendars (iCalendar): each event with its hour, by the clock of its place, as often as it is held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar

from goldenthread.kit.cells import Unreadable, cell_text
from goldenthread.kit.delimited import Found
from goldenthread.kit.reading.event_headings import HEADINGS
from goldenthread.kit.reading.repeated_events import occurrences
from goldenthread.kit.reading.wall_times import at

# A calendar has no word for who speaks, so programs write it first.
SPEAKERS = re.compile(r"\s*(?:speakers?|presenters?|presented by|with|voices?)\s*:\s*([^\n]+)\n?", re.IGNORECASE)
BEGIN, END = re.compile(r"^BEGIN:", re.MULTILINE | re.IGNORECASE), re.compile(r"^END:", re.MULTILINE | re.IGNORECASE)


def rows(name: str, text: str) -> Iterator[Found]:
    """One event in each line, numbered as they stand in the file: each time of one that repeats has its number."""
    # What breaks off would else be read as far as it goes.
    if len(BEGIN.findall(text)) != len(END.findall(text)):
        raise Unreadable(f"{name} is damaged, or breaks off in the middle.")
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        raise Unreadable(f"{name} is damaged, or not a calendar that we can read.") from None
    yield 1, HEADINGS
    number = 1
    for calendar in calendars:
        zone = cell_text(calendar.get("X-WR-TIMEZONE", ""))
        events = calendar.walk("VEVENT")
        lines = {id(event): line for line, event in enumerate(events, start=number + 1)}
        number += len(events)
        for event, begin, which in occurrences(events):
            yield lines[id(event)], list(map(cell_text, _cells(event, begin, which, zone)))


def _cells(event: Any, begin: Any, which: str, zone: str) -> list[str]:
    first, end, lasts = (_value(event, name) for name in ("DTSTART", "DTEND", "DURATION"))
    words = str(event.get("DESCRIPTION", ""))
    speakers = SPEAKERS.match(words)
    return [
        f"{event.get('UID', '')} {which}".strip(),
        str(event.get("SUMMARY", "")),
        _begins(begin, zone),
        _minutes(first, end, lasts),
        str(event.get("LOCATION", "")),
        "\n".join(re.split(r",\s+|;\s+|\s+&\s+", speakers[1])) if speakers else "",
        words[speakers.end() :] if speakers else words,
        "",
        zone,
    ]


def _value(event: Any, name: str) -> Any:
    """A day, a moment, a while; or the words that stand there, where they are none."""
    value = event.get(name)
    try:
        return getattr(value, "dt", None)
    except ValueError:
        return str(value)


def _begins(begin: Any, zone: str) -> str:
    if not isinstance(begin, datetime):
        return str(begin or "")
    if begin.tzinfo is None or not _is_utc(begin):
        return begin.isoformat()
    # By UTC alone nobody's wall shows it; Z says so to whoever reads on.
    return at(begin, zone).isoformat() if zone else begin.replace(tzinfo=None).isoformat() + "Z"


def _is_utc(moment: datetime) -> bool:
    return moment.tzinfo is UTC or str(moment.tzinfo) in {"UTC", "Etc/UTC"}


def _minutes(begin: Any, end: Any, lasts: Any) -> str:
    if lasts is None and isinstance(begin, datetime) and isinstance(end, datetime):
        # Where one of them has no zone, both are by the same clock.
        both = [begin, end] if begin.tzinfo and end.tzinfo else [moment.replace(tzinfo=None) for moment in (begin, end)]
        lasts = both[1] - both[0]
    return str(int(lasts.total_seconds() // 60)) if isinstance(lasts, timedelta) else str(lasts or "")

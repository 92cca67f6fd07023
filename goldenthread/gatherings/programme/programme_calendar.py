"""The programme as calendars know it: an event for each time that something is held (RFC 5545).

Time zones, escaping and what is not ASCII are the library's. Lines are put together here: as components of the library, five
hundred events take as long as ten pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText
from icalendar.parser import Contentline

from goldenthread.gatherings.plan import in_words as plan_in_words
from goldenthread.gatherings.plan.calendar import add_zones
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.kit.prose import plain, unmarked

# Octets of a line, without its end.
LONGEST = 74
BREAK = b"\r\n"


def whole_calendar(programme: PublicProgramme) -> bytes:
    return calendar_of(programme, programme.placings)


def calendar_of(
    programme: PublicProgramme, placings: Collection[PublicPlacing], *, cancelled: Collection[PublicPlacing] = ()
) -> bytes:
    """`cancelled` stand in it as what they are: a calendar that has them takes them out."""
    stands = "CANCELLED" if programme.gathering.is_called_off else "CONFIRMED"
    years = {placing.day.year for placing in [*placings, *cancelled]} or {programme.at.year}
    zones = _zones(programme.gathering.time_zone, min(years), max(years))
    lines = [*_events(programme, placings, stands), *_events(programme, cancelled, "CANCELLED"), "END:VCALENDAR"]
    return b"".join([*map(_folded, _head(programme)), zones, *map(_folded, lines)])


def _head(programme: PublicProgramme) -> list[str]:
    name = _text(programme.gathering.title)
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Golden Thread//Programme//EN",
        "METHOD:PUBLISH",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        # How often a calendar that follows us should look again.
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]


# The same for every programme of a year, and it takes longer to make than fifty events.
@lru_cache(maxsize=32)
def _zones(zone: str, first: int, last: int) -> bytes:
    used = Event()
    used.add("dtstart", datetime(first, 1, 1, tzinfo=ZoneInfo(zone)))
    whole = Calendar()
    whole.add_component(used)
    add_zones(whole, [date(first, 1, 1), date(last, 1, 1)])
    return b"".join(bytes(each.to_ical()) for each in whole.timezones)


def _events(programme: PublicProgramme, placings: Iterable[PublicPlacing], status: str) -> Iterator[str]:
    venue = plan_in_words.where(programme.gathering)
    zone, shown_at = programme.gathering.time_zone, _in_utc(programme.at)
    for placing in placings:
        yield "BEGIN:VEVENT"
        yield f"UID:{placing.guid}"
        # It grows with every release, whether this one session moved or not.
        yield f"SEQUENCE:{programme.number}"
        yield f"DTSTAMP:{shown_at}"
        yield f"LAST-MODIFIED:{shown_at}"
        yield f"DTSTART{_moment(placing.starts_at, zone)}"
        yield f"DTEND{_moment(placing.ends_at, zone)}"
        yield f"SUMMARY:{_text(placing.session.title)}"
        room = placing.room.name if placing.room else ""
        yield f"LOCATION:{_text(', '.join(filter(None, [room, venue])))}"
        yield f"DESCRIPTION:{_text(_description(placing))}"
        yield f"STATUS:{status}"
        yield f"URL:{placing.url}"
        yield "END:VEVENT"


def _description(placing: PublicPlacing) -> str:
    return "\n\n".join(filter(None, [placing.session.names, unmarked(placing.session.words), placing.url]))


def _moment(moment: datetime, zone: str) -> str:
    """By the clock on the wall; an hour that it shows twice means the first of them to a calendar, so the second is in UTC."""
    is_second = moment.utcoffset() != moment.replace(fold=0).utcoffset()
    return f":{_in_utc(moment)}" if is_second or zone == "UTC" else f";TZID={zone}:{_basic(moment)}"


def _in_utc(moment: datetime) -> str:
    return f"{_basic(moment.astimezone(UTC))}Z"


def _basic(moment: datetime) -> str:
    return moment.isoformat("T", "seconds")[:19].replace("-", "").replace(":", "")


def _text(words: str) -> str:
    return bytes(vText(plain(words)).to_ical()).decode()


def _folded(line: str) -> bytes:
    """As octets, in lines that are short enough. What the library folds letter by letter is cut at once where all are ASCII."""
    if not line.isascii():
        return bytes(Contentline(line).to_ical()) + BREAK  # type: ignore[no-untyped-call]
    pieces = []
    while len(line) > LONGEST:
        pieces.append(line[:LONGEST])
        line = f" {line[LONGEST:]}"
    return "\r\n".join([*pieces, line]).encode() + BREAK

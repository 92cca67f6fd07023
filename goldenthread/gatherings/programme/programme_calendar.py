"""The programme as calendars know it: an event for each time that something is held (RFC 5545).

Time zones are the library's. Lines are put together here: as components of the library, five hundred events take as long as ten
pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from goldenthread.gatherings.plan import in_words as plan_in_words
from goldenthread.gatherings.plan.calendar import add_zones
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.kit.prose import plain, unmarked

# Octets of a line, without its end.
LONGEST, MORE = 74, 73
BREAK, GOES_ON = "\r\n", "\r\n "
# What no octet is that a letter in UTF-8 begins with.
WITHIN_A_LETTER = range(0x80, 0xC0)
# In this order: a backslash first, or the others' would be doubled.
ESCAPED = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"))


def whole_calendar(programme: PublicProgramme) -> bytes:
    return calendar_of(programme, programme.placings)


def calendar_of(
    programme: PublicProgramme, placings: Collection[PublicPlacing], *, cancelled: Collection[PublicPlacing] = ()
) -> bytes:
    """`cancelled` stand in it as what they are: a calendar that has them takes them out."""
    stands = "CANCELLED" if programme.gathering.is_called_off else "CONFIRMED"
    years = {placing.day.year for placing in [*placings, *cancelled]} or {programme.at.year}
    zones = _zones(programme.gathering.time_zone, min(years), max(years))
    events = [*_events(programme, placings, stands), *_events(programme, cancelled, "CANCELLED")]
    return f"{BREAK.join(_head(programme))}{BREAK}{zones}{''.join(events)}END:VCALENDAR{BREAK}".encode()


def _head(programme: PublicProgramme) -> list[str]:
    name = _text(programme.gathering.title)
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Golden Thread//Programme//EN",
        "METHOD:PUBLISH",
        _folded(f"NAME:{name}"),
        _folded(f"X-WR-CALNAME:{name}"),
        # How often a calendar that follows us should look again.
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]


# The same for every programme of a year, and it takes longer to make than fifty events.
@lru_cache(maxsize=32)
def _zones(zone: str, first: int, last: int) -> str:
    used = Event()
    used.add("dtstart", datetime(first, 1, 1, tzinfo=ZoneInfo(zone)))
    whole = Calendar()
    whole.add_component(used)
    add_zones(whole, [date(first, 1, 1), date(last, 1, 1)])
    return b"".join(bytes(each.to_ical()) for each in whole.timezones).decode()


def _events(programme: PublicProgramme, placings: Iterable[PublicPlacing], status: str) -> Iterator[str]:
    venue = plan_in_words.where(programme.gathering)
    zone, shown_at = programme.gathering.time_zone, _in_utc(programme.at)
    for placing in placings:
        room = placing.room.name if placing.room else ""
        lines = [
            "BEGIN:VEVENT",
            f"UID:{placing.guid}",
            # It grows with every release, whether this one session moved or not.
            f"SEQUENCE:{programme.number}",
            f"DTSTAMP:{shown_at}",
            f"LAST-MODIFIED:{shown_at}",
            f"DTSTART{_moment(placing.starts_at, zone)}",
            f"DTEND{_moment(placing.ends_at, zone)}",
            _folded(f"SUMMARY:{_text(placing.session.title)}"),
            _folded(f"LOCATION:{_text(', '.join(filter(None, [room, venue])))}"),
            _folded(f"DESCRIPTION:{_text(_description(placing))}"),
            f"STATUS:{status}",
            _folded(f"URL:{placing.url}"),
            "END:VEVENT",
            "",
        ]
        yield BREAK.join(lines)


def _description(placing: PublicPlacing) -> str:
    return "\n\n".join(filter(None, [placing.session.names, unmarked(placing.session.words), placing.url]))


def _moment(moment: datetime, zone: str) -> str:
    """By the clock on the wall; an hour that it shows twice means the first of them to a calendar, so the second is in UTC."""
    is_second = bool(moment.fold) and moment.utcoffset() != moment.replace(fold=0).utcoffset()
    return f":{_in_utc(moment)}" if is_second or zone == "UTC" else f";TZID={zone}:{_basic(moment)}"


def _in_utc(moment: datetime) -> str:
    return f"{_basic(moment.astimezone(UTC))}Z"


def _basic(moment: datetime) -> str:
    return moment.isoformat("T", "seconds")[:19].replace("-", "").replace(":", "")


def _text(words: str) -> str:
    text = plain(words)
    for mark, escaped in ESCAPED:
        text = text.replace(mark, escaped)
    return text


def _folded(line: str) -> str:
    """In lines that are short enough, of which each that goes on begins with a space."""
    if line.isascii():
        return GOES_ON.join([line[:LONGEST], *(line[at : at + MORE] for at in range(LONGEST, len(line), MORE))])
    octets, pieces, most = line.encode(), list[str](), LONGEST
    while len(octets) > most:
        # A letter is never cut in two.
        end = next(at for at in range(most, 0, -1) if octets[at] not in WITHIN_A_LETTER)
        pieces.append(octets[:end].decode())
        octets, most = octets[end:], MORE
    return GOES_ON.join([*pieces, octets.decode()])

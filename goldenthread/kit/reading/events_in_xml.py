"""Programmes in the XML of frab, pretalx, wafer and pentabarf, of which none keeps to its schema."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from goldenthread.kit.cells import Unreadable, cell_text
from goldenthread.kit.delimited import Found
from goldenthread.kit.reading.event_headings import HEADINGS
from goldenthread.kit.reading.wall_times import begins, begins_on, minutes


def rows(name: str, content: bytes) -> Iterator[Found]:
    """One event in each line, numbered as they stand in the file."""
    root = _root(name, content)
    zone, changes_at = (root.findtext(f"conference/{tag}") or "" for tag in ("time_zone_name", "day_change"))
    yield 1, HEADINGS
    events = (
        (day, room, event) for day in root.iter("day") for room in day.iter("room") for event in room.iter("event")
    )
    for number, (day, room, event) in enumerate(events, start=2):
        yield number, list(map(cell_text, _cells(event, day, room, zone.strip(), changes_at)))


def _root(name: str, content: bytes) -> Element:
    try:
        root: Element = fromstring(content)
    except DefusedXmlException:
        raise Unreadable(f"{name} defines words of its own (XML entities), which we don’t read.") from None
    except (ParseError, ValueError, LookupError):
        raise Unreadable(f"{name} is damaged, or not a programme that we can read.") from None
    if root.tag != "schedule":
        raise Unreadable(f"{name} is XML, but no programme (schedule.xml).")
    return root


def _cells(event: Element, day: Element, room: Element, zone: str, changes_at: str) -> Iterator[str]:
    def text(tag: str) -> str:
        return (event.findtext(tag) or "").strip()

    yield event.get("guid") or event.get("id") or ""
    yield text("title")
    written = text("date")
    yield begins(written, text("start"), zone) if written else begins_on(day.get("date", ""), text("start"), changes_at)
    yield minutes(text("duration"))
    yield room.get("name") or text("room")
    yield "\n".join("".join(person.itertext()) for person in event.iter("person"))
    yield "\n\n".join(filter(None, map(text, ("subtitle", "abstract", "description"))))
    yield text("type")
    yield zone

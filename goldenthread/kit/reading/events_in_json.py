"""Programmes in the JSON of frab and pretalx; and any other JSON that is a list of things, with their names as headings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from goldenthread.kit.cells import Unreadable, cell_text
from goldenthread.kit.delimited import Found
from goldenthread.kit.reading.event_headings import HEADINGS
from goldenthread.kit.reading.wall_times import begins, begins_on, minutes

# What some programs write above it, though no JSON has it.
REMARK = re.compile(r"\s*/\*.*?\*/", re.DOTALL)
# Of somebody in a list, in the order in which a name is looked for.
NAMES = ("public_name", "full_public_name", "name", "title")


def rows(name: str, text: str) -> Iterator[Found]:
    """One event in each line, numbered as they stand in the file."""
    try:
        read = json.loads(REMARK.sub("", text, count=1) if text.lstrip().startswith("/*") else text)
    except (ValueError, RecursionError):
        raise Unreadable(f"{name} is damaged, or not a programme that we can read.") from None
    schedule = read.get("schedule", read) if isinstance(read, Mapping) else read
    conference = schedule.get("conference", schedule) if isinstance(schedule, Mapping) else {}
    if isinstance(conference, Mapping) and isinstance(conference.get("days"), list):
        return _rows_of_frab(conference)
    if isinstance(read, Mapping) and {"title", "speakers"} <= read.keys():
        raise Unreadable(
            f"{name} is what one person offers, and no programme. Please save the whole schedule, and bring in that."
        )
    return _rows_of_a_list(name, _list_in(read))


def _rows_of_frab(conference: Mapping[str, Any]) -> Iterator[Found]:
    zone = cell_text(conference.get("time_zone_name"))
    yield 1, HEADINGS
    number = 1
    for day in conference["days"]:
        rooms = day.get("rooms") if isinstance(day, Mapping) else None
        for room, events in rooms.items() if isinstance(rooms, Mapping) else ():
            for event in events if isinstance(events, list) else ():
                number += 1
                yield number, list(map(cell_text, _cells(event, day, room, zone)))


def _cells(event: object, day: Mapping[str, Any], room: str, zone: str) -> Sequence[str]:
    if not isinstance(event, Mapping):
        return ["", "", "", "", room, "", _text(event)[:80], "", zone]
    written, start = _text(event.get("date")), _text(event.get("start"))
    return [
        _text(event.get("guid") or event.get("id")),
        _text(event.get("title")),
        begins(written, start, zone) if written else begins_on(_text(day.get("date")), start, ""),
        minutes(_text(event.get("duration"))),
        room or _text(event.get("room")),
        _text(event.get("persons")),
        "\n\n".join(filter(None, (_text(event.get(key)) for key in ("subtitle", "abstract", "description")))),
        _text(event.get("type")),
        zone,
    ]


def _list_in(read: object) -> list[Any]:
    """The list itself, or the first one that stands under a name."""
    if isinstance(read, Mapping):
        read = next((value for value in read.values() if isinstance(value, list) and value), None)
    return read if isinstance(read, list) else []


def _rows_of_a_list(name: str, things: list[Any]) -> Iterator[Found]:
    headings = list(dict.fromkeys(key for thing in things if isinstance(thing, Mapping) for key in thing))
    if not headings:
        raise Unreadable(f"{name} is JSON, but holds no list of sessions.")
    yield 1, headings
    for number, thing in enumerate(things, start=2):
        known = thing if isinstance(thing, Mapping) else {headings[-1]: thing}
        yield number, [cell_text(_text(known.get(heading))) for heading in headings]


def _text(value: object) -> str:
    """People one below the other; what is nested deeper says nothing here."""
    if isinstance(value, Mapping):
        return next((_text(value[key]) for key in NAMES if value.get(key)), "")
    if isinstance(value, list):
        return "\n".join(filter(None, (_text(part) for part in value if not isinstance(part, list))))
    return "" if value is None else str(value)

"""Files that hold events: frab's and pretalx's XML and JSON, other JSON, calendars. Each becomes a list, one event in each line.

Spreadsheets are lists already, and are read as every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.kit.delimited import Found, decoded
from goldenthread.kit.reading import kinds

XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?!!doctype html|html)|(?:\xff\xfe<\x00|\xfe\xff\x00<)", re.IGNORECASE)


def rows(name: str, content: bytes) -> Iterator[Found]:
    """Line number and cells of each row. Raises Unreadable where it holds no events."""
    if XML.match(content):
        return _rows_of_xml(name, content)
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG")):
        return kinds.rows(name, content)
    start = decoded(name, content[:2_000]).lstrip()
    if start.startswith(("{", "[", "/*")):
        return _rows_of_json(name, decoded(name, content))
    if re.match(r"BEGIN:VCALENDAR\b", start, re.IGNORECASE):
        return _rows_of_a_calendar(name, decoded(name, content))
    return kinds.rows(name, content)


def _rows_of_xml(name: str, content: bytes) -> Iterator[Found]:
    from goldenthread.kit.reading import events_in_xml  # noqa: PLC0415 - tests/house/test_imports.py

    return events_in_xml.rows(name, content)


def _rows_of_json(name: str, text: str) -> Iterator[Found]:
    from goldenthread.kit.reading import events_in_json  # noqa: PLC0415 - tests/house/test_imports.py

    return events_in_json.rows(name, text)


def _rows_of_a_calendar(name: str, text: str) -> Iterator[Found]:
    from goldenthread.kit.reading import events_in_calendars  # noqa: PLC0415 - tests/house/test_imports.py

    return events_in_calendars.rows(name, text)

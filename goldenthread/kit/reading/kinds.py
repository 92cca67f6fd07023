"""What kind of file it is, by its look: names and endings are often wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.delimited import Found, decoded, lines

NO_LIST = {
    b"%PDF": "a PDF. Please save the list as .xlsx or as CSV.",
    b"{\\rtf": "a text document. Please save the list as .xlsx or as CSV.",
    b"<": "a web page. Please save the list as .xlsx or as CSV.",
    b"\x89PNG": "a picture. Please save the list as .xlsx or as CSV.",
    b"\xff\xd8\xff": "a picture. Please save the list as .xlsx or as CSV.",
    b"\x09\x00\x04\x00": "an Excel file from before 1993. Please save it as .xlsx or as CSV.",
    b"\x09\x02\x06\x00": "an Excel file from before 1993. Please save it as .xlsx or as CSV.",
    b"\x09\x04\x06\x00": "an Excel file from before 1993. Please save it as .xlsx or as CSV.",
}
CALENDAR = "a calendar. It holds events, and no list of people."
MAIL = "an e-mail. If a list is attached to it, save the attachment and choose that."
LOOKED_AT = 10_000
HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*:")
OF_A_MESSAGE = re.compile(r"(?:From|Received|Return-Path|Message-ID|MIME-Version|Delivered-To):", re.IGNORECASE)


def rows(name: str, content: bytes) -> Iterator[Found]:
    """Line number and cells of each row. Raises Unreadable where it is no list."""
    for signature, what in NO_LIST.items():
        if content.startswith(signature):
            raise Unreadable(f"{name} is {what}")
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _rows_of_a_workbook(name, content)
    text = decoded(name, content)
    start = text.lstrip()[:LOOKED_AT]
    if re.match(r"BEGIN:VCARD\b", start, re.IGNORECASE):
        return _rows_of_cards(name, text)
    if re.match(r"BEGIN:VCALENDAR\b", start, re.IGNORECASE):
        raise Unreadable(f"{name} is {CALENDAR}")
    if _is_mail(start):
        raise Unreadable(f"{name} is {MAIL}")
    return lines(name, text)


def _is_mail(start: str) -> bool:
    """Headers of a message before anything else; a mailbox begins with a From that has no colon."""
    head = [line for line in re.split(r"\r?\n\r?\n", start)[0].splitlines() if not line[:1].isspace()]
    if re.match(r">?From \S+ ", head[0] if head else ""):
        head = head[1:]
    if len(start) == LOOKED_AT:
        head = head[:-1]  # it may be cut off
    return len(head) > 1 and all(map(HEADER.match, head)) and any(map(OF_A_MESSAGE.match, head))


def _rows_of_a_workbook(name: str, content: bytes) -> Iterator[Found]:
    from goldenthread.kit.reading import workbooks  # noqa: PLC0415 - tests/house/test_imports.py

    return workbooks.rows(name, content)


def _rows_of_cards(name: str, text: str) -> Iterator[Found]:
    from goldenthread.kit.reading import cards  # noqa: PLC0415 - tests/house/test_imports.py

    return cards.rows(name, text)

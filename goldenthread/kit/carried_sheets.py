"""A list as it was read travels in the page until a button is pressed, so that nobody has to choose the file again; and is nowhere else."""

from __future__ import annotations

from typing import Any

from django.core import signing

from goldenthread.kit.one_at_a_time import giving_way, waiting
from goldenthread.kit.spreadsheets import Spreadsheet, SpreadsheetRow

A_DAY = 24 * 60 * 60
# A little less than a form may bring back (2.5 MB, and the signature grows in it).
MOST_CARRIED = 2_000_000


def folded(file: str, sheet: Spreadsheet, salt: str) -> str:
    rows = [(row.line, *row.cells.values()) for row in giving_way((sheet.head, *sheet.rows))]
    return signed([file, sheet.headings, rows], salt)


def unfolded(text: str, salt: str) -> tuple[str, Spreadsheet]:
    """Raises `signing.BadSignature`."""
    file, headings, rows = signing.loads(text, salt=salt, max_age=A_DAY)
    head, *below = (SpreadsheetRow(line, dict(zip(headings, cells, strict=True))) for line, *cells in rows)
    return file, Spreadsheet(tuple(headings), tuple(below), head)


def signed(packed: list[Any], salt: str) -> str:
    # To make it smaller takes ten milliseconds, in which Python lets others work.
    with waiting():
        return signing.dumps(packed, salt=salt, compress=True)

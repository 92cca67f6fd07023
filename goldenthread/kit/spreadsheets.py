"""Spreadsheets as people have them, in and out: CSV of any make, and XLSX.

`read` takes a file as it came and gives headings and rows, or raises `Unreadable` with one sentence for whoever sent it.
`as_csv` and `as_xlsx` write so that no cell is ever taken for a formula. Plain Python: nothing here needs the house.
"""

from __future__ import annotations

import csv
import importlib
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

# Far more than any gathering has, and little enough for a small machine.
MOST_BYTES = 10_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 200

Cells = Sequence[object]
# A row as it was read: the line in the file where it begins, and what its cells say.
Found = tuple[int, list[str]]


class Unreadable(Exception):
    """One sentence for people: what is wrong with a file, and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line that says something. `line` is the number that the spreadsheet program shows beside it."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The headings as they were written, each once, and the rows beneath; blank lines are left out."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read(name: str, content: bytes, is_heading: Callable[[Sequence[str]], bool] = bool) -> Sheet:
    """The sheet in a file. `is_heading` finds the row of headings among the first ten (a title may stand above it)."""
    if len(content) > MOST_BYTES:
        raise Unreadable(
            f"{name} is larger than {MOST_BYTES // 1_000_000} MB. Please keep only the columns that matter."
        )
    rows = [(line, cells) for line, cells in _found(name, content) if any(cells)]
    if not rows:
        raise Unreadable(f"{name} is empty.")
    top = next((at for at, (_, cells) in enumerate(rows[:10]) if is_heading(cells)), 0)
    headings = _headings(rows[top][1])
    return Sheet(headings, tuple(_row(headings, line, cells) for line, cells in rows[top + 1 :]))


def as_csv(rows: Iterable[Cells]) -> bytes:
    """UTF-8 with the mark by which Excel knows it; what looks like a formula gets an apostrophe, which `read` takes off."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([_harmless(shown(cell)) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def as_xlsx(rows: Iterable[Cells], title: str) -> bytes:
    """A workbook of one sheet. The first row is its headings."""
    return as_workbook({title: rows})


def as_workbook(sheets: Mapping[str, Iterable[Cells]]) -> bytes:
    """A workbook of several sheets, by title."""
    written: bytes = _workbooks().write(
        {title: [list(map(shown, row)) for row in rows] for title, rows in sheets.items()}
    )
    return written


def shown(cell: object) -> str:
    """What a cell says to a reader, in one normal form of Unicode and without invisible marks or spare space."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        # To Excel a day is its midnight.
        return str(cell).removesuffix(" 00:00:00")
    lines = (" ".join(line.split()) for line in _INVISIBLE.sub("", str(cell)).splitlines())
    return unicodedata.normalize("NFC", "\n".join(lines)).strip()


# Control characters but tab and line end, lone surrogates, and the zero-width marks that copying drags along
# (not the joiners, which Persian and Hindi names are written with).
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
# What Excel, Calc or Sheets may take for the start of a formula, in full width too.
_FORMULA = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-\d+([.,]\d+)?")


def looks_like_a_formula(text: str) -> bool:
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def _harmless(text: str) -> str:
    return f"'{text}" if looks_like_a_formula(text) else text


def _plain(text: str) -> str:
    """The other way round."""
    return text[1:] if text.startswith("'") and looks_like_a_formula(text) else text


# ---- reading --------------------------------------------------------------------------------------------------------


def _found(name: str, content: bytes) -> Iterator[Found]:
    if content.startswith(b"PK"):
        yield from ((line, [shown(cell) for cell in cells]) for line, cells in _workbooks().rows(name, content))
        return
    for signature, what in _OTHERS.items():
        if content.startswith(signature):
            raise Unreadable(f"{name} is {what}. Please save it as .xlsx or as CSV.")
    yield from _lines(name, _decoded(name, content))


_OTHERS = {
    b"\xd0\xcf\x11\xe0": "an Excel file of the old kind, or one locked with a password",
    b"%PDF": "a PDF",
    b"{\\rtf": "a text document",
    b"<": "a web page",
}


def _decoded(name: str, content: bytes) -> str:
    """UTF-16 and UTF-8 by their marks or their look; anything else is what Excel on Windows writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    elif content[1:40:2].strip(b"\x00") == b"" and len(content) > 1:
        text = content.decode("utf-16-le", errors="replace")
    elif content[0:40:2].strip(b"\x00") == b"" and len(content) > 1:
        text = content.decode("utf-16-be", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Unreadable(f"{name} is not a spreadsheet that we can read. Please save it as .xlsx or as CSV.")
    return text


def _lines(name: str, text: str) -> Iterator[Found]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    if told := re.fullmatch(r'"?sep=(.)"?', first.strip("\r\n"), re.IGNORECASE):
        delimiter, skip = told[1], 1
    else:
        delimiter, skip = _delimiter(first), 0
    # strict: a quotation mark that never closes would otherwise swallow everybody below it.
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    began = 1
    try:
        for number, cells in enumerate(lines):
            if number > MOST_ROWS:
                raise Unreadable(f"{name} has more than {MOST_ROWS} lines.")
            if number >= skip or not any(cells):
                yield began, [_plain(shown(cell)) for cell in cells]
            began = lines.line_num + 1
    except csv.Error:
        raise Unreadable(
            f'Line {began} of {name}: a quotation mark (") is opened there and not closed properly.'
        ) from None


def _delimiter(heading: str) -> str:
    """The sign that stands most often between headings; one that nobody types if there is only one column."""
    bare = re.sub(r'"[^"]*"', "", heading)
    best = max("\t;,|", key=bare.count)
    return best if best in bare else "\x1f"


def _headings(cells: Sequence[str]) -> tuple[str, ...]:
    """Each heading once: a second Needs is `Needs 2`, and one without a name is called by its column's letters."""
    used: dict[str, None] = {}
    for column, cell in enumerate(cells[: _last(cells)]):
        wanted = " ".join(cell.split()) or f"column {letters(column)}"
        tries = (wanted if again == 1 else f"{wanted} {again}" for again in count(1))
        used[next(one for one in tries if one not in used)] = None
    return tuple(used)


def letters(column: int) -> str:
    """How a spreadsheet calls its columns: A, B, ... Z, AA. Counted from 0."""
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _row(headings: tuple[str, ...], line: int, cells: Sequence[str]) -> Row:
    if _last(cells) > len(headings):
        raise Unreadable(f"Line {line} says “{cells[_last(cells) - 1]}” in a column that has no heading.")
    padded = [*cells, *[""] * len(headings)]
    return Row(line, dict(zip(headings, padded, strict=False)))


def _last(cells: Sequence[str]) -> int:
    return max((at + 1 for at, cell in enumerate(cells) if cell), default=0)


# ---- workbooks ------------------------------------------------------------------------------------------------------


def _workbooks() -> Any:
    """openpyxl takes half a second to wake up, and a CSV does not need it."""
    return importlib.import_module("goldenthread.kit.workbooks")

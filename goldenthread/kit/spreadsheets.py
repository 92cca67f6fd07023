"""Lists as people have them, in and out: CSV of any make, workbooks, address cards.

`read` takes a file as it came and gives headings and rows, or raises `Unreadable` with one sentence for whoever sent it. A
process of its own does the reading (`goldenthread.kit.reading`).
`as_csv` and `as_xlsx` write so that no cell is ever taken for a formula. Plain Python: nothing here needs the house.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from goldenthread.kit.cells import Unreadable, cell_text, harmless
from goldenthread.kit.delimited import Found
from goldenthread.kit.one_at_a_time import giving_way
from goldenthread.kit.reading import apart
from goldenthread.kit.reading.limits import BYTES, COMMAND, Limits

Cells = Sequence[object]
# Among so many rows the headings are looked for: a title, a date and a line of thanks may stand above them.
ROWS_ABOVE = 10


@dataclass(frozen=True, slots=True)
class SpreadsheetRow:
    """One line that says something. `line` is the number that the spreadsheet program shows beside it."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """The headings as they were written, each once, and the rows beneath; blank lines are left out."""

    headings: tuple[str, ...]
    rows: tuple[SpreadsheetRow, ...]
    # The line of headings itself, should somebody say that it is none.
    head: SpreadsheetRow = field(default=SpreadsheetRow(0, {}), compare=False)


def read(
    name: str,
    content: bytes,
    is_heading: Callable[[Sequence[str]], bool] = bool,
    limits: Limits = COMMAND,
    holds: apart.Holds = "people",
) -> Spreadsheet:
    """The sheet in a file. `is_heading` finds the row of headings among the first ten (a title may stand above it)."""
    if len(content) > BYTES:
        raise Unreadable(f"{name} is larger than {BYTES // 1_000_000} MB. Please keep only the columns that matter.")
    return spreadsheet_of(name, list(apart.rows(name, content, limits, holds)), is_heading)


def spreadsheet_of(name: str, rows: Sequence[Found], is_heading: Callable[[Sequence[str]], bool] = bool) -> Spreadsheet:
    """Headings and rows, from rows that all say something."""
    if not rows:
        raise Unreadable(f"{name} is empty.")
    top = _top(rows[:ROWS_ABOVE], is_heading)
    headings = _headings(rows[top][1])
    head, *below = (_row(headings, line, cells) for line, cells in giving_way(rows[top:]))
    return Spreadsheet(headings, tuple(below), head)


def _top(rows: Sequence[Found], is_heading: Callable[[Sequence[str]], bool]) -> int:
    """The first row of headings. One that stands alone, such as “Guests”, is a title where one with several follows."""
    headings = [at for at, (_, cells) in enumerate(rows) if is_heading(cells)]
    several = [at for at in headings if sum(map(bool, rows[at][1])) > 1]
    return next(iter(several or headings), 0)


def as_csv(rows: Iterable[Cells], delimiter: str = ",") -> bytes:
    """UTF-8 with the mark by which Excel knows it; what looks like a formula gets an apostrophe, which `read` takes off."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([harmless(cell_text(cell)) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def as_xlsx(rows: Iterable[Cells], title: str) -> bytes:
    """A workbook of one sheet. The first row is its headings."""
    return as_workbook({title: rows})


def as_workbook(sheets: Mapping[str, Iterable[Cells]]) -> bytes:
    """A workbook of several sheets, by title."""
    from goldenthread.kit import workbooks  # noqa: PLC0415 - tests/house/test_imports.py

    return workbooks.write({title: [list(map(cell_text, row)) for row in rows] for title, rows in sheets.items()})


def _headings(cells: Sequence[str]) -> tuple[str, ...]:
    """Each heading once: a second Needs is `Needs 2`, and one without a name is called by its column's letters."""
    used: dict[str, None] = {}
    # Where to go on counting, so that a heading which is repeated ten thousand times is counted once through.
    tries: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for column, cell in enumerate(cells[: _last(cells)]):
        wanted = heading = " ".join(cell.split()) or f"column {letters(column)}"
        while heading in used:
            heading = f"{wanted} {next(tries[wanted])}"
        used[heading] = None
    return tuple(used)


def letters(column: int) -> str:
    """How a spreadsheet calls its columns: A, B, ... Z, AA. Counted from 0."""
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _row(headings: tuple[str, ...], line: int, cells: Sequence[str]) -> SpreadsheetRow:
    if _last(cells) > len(headings):
        raise Unreadable(f"Line {line} says “{cells[_last(cells) - 1][:60]}” in a column that has no heading.")
    padded = [*cells, *[""] * len(headings)]
    return SpreadsheetRow(line, dict(zip(headings, padded, strict=False)))


def _last(cells: Sequence[str]) -> int:
    return max((at + 1 for at, cell in enumerate(cells) if cell), default=0)

"""XLSX through openpyxl, for `goldenthread.kit.spreadsheets`, which imports this only when it meets one.

A workbook is a zip of XML, and both can be bombs: what it would unpack to is counted before anything is unpacked, and XML
that declares a document type (the only way to entities) is refused, whichever parser openpyxl finds.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from goldenthread.kit.cells import MOST_COLUMNS, MOST_ROWS, Unreadable, looks_like_a_formula

MOST_UNPACKED = 100_000_000
MOST_PARTS = 2_000

# What openpyxl and zipfile raise over a broken file, as found by breaking files.
BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def rows(name: str, content: bytes) -> Iterator[tuple[int, Sequence[object]]]:
    """Line number and values of each row of the first visible sheet that says anything."""
    try:
        _look_before_unpacking(name, content)
        with warnings.catch_warnings():
            # openpyxl warns of drop-down lists and styles that it will not keep. We only read words.
            warnings.simplefilter("ignore")
            found = _first_with_words(content)
    except BROKEN:
        raise Unreadable(f"{name} is damaged, or not a workbook that we can read. Please save it as CSV.") from None
    if len(found) > MOST_ROWS:
        raise Unreadable(f"{name} has more than {MOST_ROWS} lines.")
    yield from enumerate(found, start=1)


def _first_with_words(content: bytes) -> list[Sequence[object]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in sorted(book.worksheets, key=lambda sheet: sheet.sheet_state != "visible"):
            # A sheet may say that it is small, or have one cell in its last row. Neither is believed.
            sheet.reset_dimensions()
            found: list[Sequence[object]] = list(
                sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            )
            if any(cell is not None for row in found for cell in row):
                return found
        return []
    finally:
        book.close()


def _look_before_unpacking(name: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Unreadable(f"{name} unpacks to far more than a list of people would.")
        if "xl/workbook.xml" not in archive.namelist():
            raise Unreadable(f"{name} is not an Excel workbook. Please save it as .xlsx or as CSV.")
        for part in parts:
            if _is_treacherous(archive.read(part)):
                raise Unreadable(f"{name} holds declarations that no spreadsheet needs, so we do not open it.")


def _is_treacherous(part: bytes) -> bool:
    """Whether a part declares entities, or an encoding in which it could hide that it does."""
    bare = part.replace(b"\x00", b"")
    said = re.match(rb"\W{0,4}<\?xml[^>]*encoding=[\"']([^\"']*)", bare)
    odd = said is not None and said[1].lower() not in {b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1"}
    return odd or b"<!DOCTYPE" in bare or b"<!ENTITY" in bare


def write(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """Each title with its rows, headings first. Every cell is text, whatever it begins with."""
    book = Workbook(write_only=True)
    for title, lines in sheets.items():
        sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31] or "Sheet")
        sheet.freeze_panes = "A2"
        for column, width in enumerate(_widths(lines), start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        for number, line in enumerate(lines):
            sheet.append([_cell(sheet, text, is_heading=number == 0) for text in line])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, text: str, *, is_heading: bool) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    # So that it is still text after somebody edits it in Excel.
    cell.quotePrefix = looks_like_a_formula(text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_heading:
        cell.font = Font(bold=True)
    return cell


def _widths(lines: Sequence[Sequence[str]]) -> list[int]:
    """Wide enough for most cells, narrow enough for a screen."""
    columns = max(map(len, lines), default=0)
    longest = [max((len(line[at]) for line in lines if at < len(line)), default=0) for at in range(columns)]
    return [min(max(width + 2, 8), 44) for width in longest]

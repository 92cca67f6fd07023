"""Workbooks (.xlsx, .xlsb, .xls since 1993, .ods) through calamine, which reads what is shown and runs nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import chain

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from goldenthread.kit.cells import Unreadable, cell_text
from goldenthread.kit.delimited import Found

# What tells apart the many things that are a zip inside.
INSIDE = {
    "word/document.xml": "a Word document. Please save the list as .xlsx or as CSV.",
    "ppt/presentation.xml": "a presentation. Please save the list as .xlsx or as CSV.",
    "Index/Document.iwa": "a Numbers document. In Numbers, choose File, Export To, Excel or CSV.",
}


def rows(name: str, content: bytes) -> Iterator[Found]:
    """Of the first visible sheet that says anything, or else of the first hidden one."""
    if what := _other_kind(content):
        raise Unreadable(f"{name} is {what}")
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            yield from _of_the_first_with_words(book)
    except PasswordError:
        raise Unreadable(f"{name} is locked with a password. Please save it without one.") from None
    except (CalamineError, XmlError, ZipError, OSError, ValueError):
        raise Unreadable(f"{name} is damaged, or not a workbook that we can read. Please save it as CSV.") from None


def _of_the_first_with_words(book: CalamineWorkbook) -> Iterator[Found]:
    places = [at for at, sheet in enumerate(book.sheets_metadata) if sheet.typ == SheetTypeEnum.WorkSheet]
    for place in sorted(places, key=lambda at: book.sheets_metadata[at].visible != SheetVisibleEnum.Visible):
        rows = _of(book.get_sheet_by_index(place))
        first = next(rows, None)
        if first:
            yield from chain([first], rows)
            return


def _of(sheet: CalamineSheet) -> Iterator[Found]:
    """Rows as the program numbers them. Calamine leaves out empty columns on the left; our column e-mails need them."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        # One cell in the last row makes a million rows, and a list in Python is slow.
        if cells.count("") < len(cells):
            yield line, [*left, *map(cell_text, cells)]


def _other_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return ""  # No zip, or a broken one: calamine says so.
    return next((what for part, what in INSIDE.items() if part in inside), "")

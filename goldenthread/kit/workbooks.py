"""XLSX through openpyxl, for `goldenthread.kit.spreadsheets`, which imports this only when it writes one."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from goldenthread.kit.cells import looks_like_a_formula


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

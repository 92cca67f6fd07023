"""Workbooks: what Excel shows is what we read, and a file that means harm is not opened."""

import io
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.reading.kinds import rows
from goldenthread.kit.spreadsheets import SpreadsheetRow, as_workbook, as_xlsx, read
from goldenthread.kit.tests.files.making import cell, ods, row, saved

# Saved once by another program, as Excel saved it from 1997 to 2003.
XLS = Path(__file__).parent / "files" / "people.xls"


@pytest.fixture
def book() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Here", "Seats", "Since"])
    sheet.append(["Bo", True, 2.0, date(2023, 5, 30)])
    return book


def test_ticks_numbers_and_days_are_read_as_words(book):
    sheet = read("people.xlsx", saved(book))

    assert sheet.rows == (SpreadsheetRow(2, {"Name": "Bo", "Here": "yes", "Seats": "2", "Since": "2023-05-30"}),)


def test_the_first_visible_sheet_with_words_is_read(book):
    book.create_sheet("Notes").append(["nothing of importance"])
    book.create_sheet("Empty", 0)
    hidden = book.create_sheet("Hidden", 0)
    hidden.append(["Secrets"])
    hidden.sheet_state = "hidden"

    assert read("people.xlsx", saved(book)).headings == ("Name", "Here", "Seats", "Since")


def test_a_workbook_of_the_nineties_is_read():
    sheet = read("people.xls", XLS.read_bytes())

    assert sheet.rows == (SpreadsheetRow(2, {"Name": "Siân Môr", "Seats": "2", "Since": "1997-05-01"}),)


def test_a_workbook_of_libreoffice_is_read_without_the_rows_that_it_repeats_to_the_end():
    empty = row(cell("", 16_380), 1_048_574)

    assert read("people.ods", ods(row(cell("Name")), row(cell("Bo")), empty)).rows == (
        SpreadsheetRow(2, {"Name": "Bo"}),
    )


def test_columns_are_called_as_the_program_calls_them(book):
    book.worksheets[0].insert_cols(1, 2)

    assert read("people.xlsx", saved(book)).headings[:3] == ("column A", "column B", "Name")


def test_merged_cells_say_once_what_they_say(book):
    book.worksheets[0].append(["Ida"])
    book.worksheets[0].merge_cells("A3:D4")

    assert read("people.xlsx", saved(book)).rows[1:] == (
        SpreadsheetRow(3, {"Name": "Ida", "Here": "", "Seats": "", "Since": ""}),
    )


def test_a_formula_is_written_as_words_and_stays_so():
    content = as_xlsx([["Name"], ['=HYPERLINK("https://example.org")']], "People")

    cell = load_workbook(io.BytesIO(content)).worksheets[0]["A2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", '=HYPERLINK("https://example.org")', True)


def test_a_workbook_may_have_several_sheets_of_any_title():
    content = as_workbook({"Table 1/2: [near] the door, by the window": [["Name"]], "People": [["Name"]]})

    assert load_workbook(io.BytesIO(content)).sheetnames == ["Table 1 2   near  the door, by ", "People"]


# Made once: a workbook carries the time of its making, and is a byte longer at one moment than at another.
WHOLE = as_xlsx([["Name"], ["Bo"]], "People")


@settings(deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data):
    whole = bytearray(WHOLE)
    for at in data.draw(st.lists(st.integers(4, len(whole) - 1), min_size=1, max_size=8)):
        whole[at] = data.draw(st.integers(0, 255))

    with suppress(Unreadable):
        assert list(rows("people.xlsx", bytes(whole))) is not None

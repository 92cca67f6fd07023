"""Workbooks: what Excel shows is what we read, and a file that means harm is not opened."""

import io
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from goldenthread.kit import workbooks
from goldenthread.kit.cells import MOST_ROWS, Unreadable
from goldenthread.kit.spreadsheets import Row, as_workbook, as_xlsx, read

SHEET = "xl/worksheets/sheet1.xml"


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, change) -> bytes:
    """The same workbook with one part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return file.getvalue()


@pytest.fixture
def book() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Here", "Seats", "Since"])
    sheet.append(["Bo", True, 2.0, date(2023, 5, 30)])
    return book


def test_ticks_numbers_and_days_are_read_as_words(book):
    sheet = read("people.xlsx", saved(book))

    assert sheet.rows == (Row(2, {"Name": "Bo", "Here": "yes", "Seats": "2", "Since": "2023-05-30"}),)


def test_the_first_visible_sheet_with_words_is_read(book):
    book.create_sheet("Notes").append(["nothing of importance"])
    book.create_sheet("Empty", 0)
    hidden = book.create_sheet("Hidden", 0)
    hidden.append(["Secrets"])
    hidden.sheet_state = "hidden"

    assert read("people.xlsx", saved(book)).headings == ("Name", "Here", "Seats", "Since")


def test_a_formula_is_written_as_words_and_stays_so():
    content = as_xlsx([["Name"], ['=HYPERLINK("https://example.org")']], "People")

    cell = load_workbook(io.BytesIO(content)).worksheets[0]["A2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", '=HYPERLINK("https://example.org")', True)


def test_a_workbook_may_have_several_sheets_of_any_title():
    content = as_workbook({"Table 1/2: [near] the door, by the window": [["Name"]], "People": [["Name"]]})

    assert load_workbook(io.BytesIO(content)).sheetnames == ["Table 1 2   near  the door, by ", "People"]


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
HIDDEN = b'<?xml version="1.0" encoding="cp037"?>' + '<!DOCTYPE x [<!ENTITY a "aaaa">]><x/>'.encode("cp037")


@pytest.mark.parametrize("treacherous", [BOMB, BOMB.decode().encode("utf-16"), HIDDEN])
def test_xml_that_declares_entities_is_not_opened(book, treacherous):
    content = with_part(saved(book), SHEET, lambda _: treacherous)

    with pytest.raises(Unreadable, match="holds declarations that no spreadsheet needs"):
        read("people.xlsx", content)


def test_a_zip_bomb_is_not_unpacked(book, monkeypatch):
    content = with_part(saved(book), SHEET, lambda part: part + b" " * workbooks.MOST_UNPACKED)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))

    with pytest.raises(Unreadable, match="unpacks to far more"):
        read("people.xlsx", content)


def test_a_cell_in_the_last_row_is_not_waited_for(book):
    far = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
    content = with_part(saved(book), SHEET, lambda part: part.replace(b"</sheetData>", far))

    with pytest.raises(Unreadable, match=f"more than {MOST_ROWS} lines"):
        read("people.xlsx", content)


def test_another_zip_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    with pytest.raises(Unreadable, match=r"is not an Excel workbook. Please save it as .xlsx or as CSV."):
        read("people.ods", file.getvalue())


# Made once: a workbook carries the time of its making, and is a byte longer at one moment than at another.
WHOLE = as_xlsx([["Name"], ["Bo"]], "People")


@settings(deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data):
    whole = bytearray(WHOLE)
    for at in data.draw(st.lists(st.integers(4, len(whole) - 1), min_size=1, max_size=8)):
        whole[at] = data.draw(st.integers(0, 255))

    with suppress(Unreadable):
        assert read("people.xlsx", bytes(whole)).headings

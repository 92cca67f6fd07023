"""Spreadsheets as people have them: whatever Excel, Calc or a form wrote is read, and nothing we write is a formula."""

import csv
import io
import string
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.kit.cells import Unreadable, cell_text
from goldenthread.kit.reading import kinds, limits
from goldenthread.kit.spreadsheets import Spreadsheet, SpreadsheetRow, as_csv, as_xlsx, read, spreadsheet_of

PEOPLE = "Name;Needs\r\nZoë Ó Faoláin;step-free\r\n\r\nBo;\r\n"


def read_here(name, content):
    """In this process: Hypothesis has hundreds of questions, and a process for each would take minutes."""
    return spreadsheet_of(name, [(line, cells) for line, cells in kinds.rows(name, content) if any(cells)])


READ = Spreadsheet(
    ("Name", "Needs"),
    (
        SpreadsheetRow(2, {"Name": "Zoë Ó Faoláin", "Needs": "step-free"}),
        SpreadsheetRow(4, {"Name": "Bo", "Needs": ""}),
    ),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_it_reads_what_excel_writes_in_any_encoding(encoding):
    assert read("people.csv", PEOPLE.encode(encoding)) == READ


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_it_finds_out_what_stands_between_the_cells(delimiter):
    assert read("people.csv", PEOPLE.replace(";", delimiter).encode()) == READ


def test_it_believes_excels_own_line_about_the_delimiter():
    sheet = read("people.csv", b"sep=|\nName|Needs\nBo|a,b;c\n")

    assert sheet == Spreadsheet(("Name", "Needs"), (SpreadsheetRow(3, {"Name": "Bo", "Needs": "a,b;c"}),))


@pytest.mark.parametrize("headings", ["Name;Age, years;x, y, z", 'Name;"a,b,c";Note'])
def test_commas_in_headings_do_not_part_cells_that_semicolons_part(headings):
    assert len(read("people.csv", f"{headings}\nBo;4,5;tea\nIda;3,5;\n".encode()).headings) == 3


def test_a_single_column_may_hold_commas():
    assert read("people.csv", b"Name\nBo, of Leeds\n") == Spreadsheet(
        ("Name",), (SpreadsheetRow(2, {"Name": "Bo, of Leeds"}),)
    )


def test_a_title_above_the_headings_is_passed_over():
    content = b"Spring gathering,\n,\nName,Needs\nBo,\n"

    assert read("people.csv", content, lambda cells: "Name" in cells).rows == (
        SpreadsheetRow(4, {"Name": "Bo", "Needs": ""}),
    )


@pytest.mark.parametrize("title", ["Guests of the launch", "Guests, and how they come"])
@pytest.mark.parametrize("headings", ["Name{0}E-mail", '"Name"{0}"E-mail"'])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_title_of_one_cell_parts_nothing(delimiter, headings, title):
    title = title.replace(delimiter, "")
    content = f'{title}\n{headings.format(delimiter)}\n"Smith, Ann"{delimiter}ann@example.org\n'

    rows = [cells for _line, cells in kinds.rows("people.csv", content.encode())]
    assert rows == [[title], ["Name", "E-mail"], ["Smith, Ann", "ann@example.org"]]


def test_a_single_column_may_hold_as_many_commas_in_each_line():
    assert list(kinds.rows("people.csv", b"Name\nBo, of Leeds\n"))[1] == (2, ["Bo, of Leeds"])


def test_odd_space_and_invisible_marks_are_tidied():
    content = "Name,Needs\n\u00a0 Bo\u200b  Berg\t,\ufeff\u0065\u0301cran\n".encode()

    assert read("people.csv", content).rows[0].cells == {"Name": "Bo Berg", "Needs": "écran"}


def test_lines_inside_a_cell_are_kept_and_counted():
    sheet = read("people.csv", b'Name,Needs\nBo,"step-free\nhearing loop"\nIda,\n')

    assert [(row.line, row.cells["Needs"]) for row in sheet.rows] == [(2, "step-free\nhearing loop"), (4, "")]


def test_headings_are_told_apart():
    assert read("people.csv", b"Name,Needs,Needs,,Note\nBo,a,b,c,d\n").headings == (
        "Name",
        "Needs",
        "Needs 2",
        "column D",
        "Note",
    )


def test_a_heading_that_is_repeated_for_ever_is_counted_once_through():
    began = time.process_time()

    headings = spreadsheet_of("people.csv", [(1, ["Needs"] * 10_000)]).headings

    # Counted from the beginning for each, they took fifteen seconds.
    assert (headings[-1], time.process_time() - began < 2) == ("Needs 10000", True)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "people.csv is empty."),
        (b"\n ,\n", "people.csv is empty."),
        (b'Name,Needs\nBo,"step-free\nIda,\n', 'Line 2 of people.csv: a quotation mark (") is opened there and not'),
        (b"Name,Needs\nBo,,Bring cake\n", "Line 2 says “Bring cake” in a column that has no heading."),
        (b"\xd0\xcf\x11\xe0 and so on", "people.csv is damaged, or not a workbook that we can read."),
        (b"\x09\x04\x06\x00\x00\x00", "people.csv is an Excel file from before 1993."),
        (b"%PDF-1.7", "people.csv is a PDF."),
        (b"Name\x01\x02\x03\x00\x00\x00\x07\x07", "people.csv is not a spreadsheet that we can read."),
        (b"Name\n" + b"Bo\n" * (limits.COMMAND.rows + 1), "people.csv has more than 50000 lines."),
        (b"Name\n" + b" " * limits.BYTES, "people.csv is larger than 10 MB."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content, sentence):
    with pytest.raises(Unreadable) as refused:
        read("people.csv", content)

    assert str(refused.value).startswith(sentence)


FORMULAS = [
    "=1+1",
    "+44 7700 900123",
    "-2+3",
    "@SUM(A1)",
    "'=1",
    "''+1",
    "\uff1d1+1",
    '=HYPERLINK("https://example.org")',
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_written_to_csv_as_words(formula):
    written = next(csv.reader(io.StringIO(as_csv([[formula, "-5"]]).decode("utf-8-sig"))))

    assert written == [f"'{formula}", "-5"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_comes_back_from_csv_as_it_was(formula):
    assert read("people.csv", as_csv([["Name"], [formula]])).rows[0].cells["Name"] == cell_text(formula)


cells = st.text(st.characters(codec="utf-8"), max_size=12) | st.text(string.printable, max_size=12)


@settings(deadline=None)
@given(st.lists(st.tuples(cells, cells), max_size=6))
def test_whatever_is_written_to_csv_is_read_again(pairs):
    rows = [("Name", "Note"), *pairs]

    again = read_here("people.csv", as_csv(rows))

    wanted = [(cell_text(one), cell_text(other)) for one, other in pairs]
    assert [tuple(row.cells.values()) for row in again.rows] == [pair for pair in wanted if any(pair)]


@settings(deadline=None)
@given(st.lists(st.tuples(cells, cells), max_size=4))
def test_whatever_is_written_to_a_workbook_is_read_again(pairs):
    again = read_here("people.xlsx", as_xlsx([("Name", "Note"), *pairs], "People"))

    wanted = [(cell_text(one), cell_text(other)) for one, other in pairs]
    assert [tuple(row.cells.values()) for row in again.rows] == [pair for pair in wanted if any(pair)]


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    with suppress(Unreadable):
        assert read_here("people.csv", content).headings

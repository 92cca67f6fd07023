"""What is printed says where people sit, and never why."""

from dataclasses import replace

import pytest

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.sheet.lists import lists, rows
from goldenthread.mixing.sheet.page import page
from goldenthread.mixing.sheet.printing import KINDS, kind_of, printed, put
from goldenthread.mixing.tables.instance.values import Guest, Instance, Plan, Table
from tests.journeys.judging import ask_vnu
from tests.on_paper import A4, LETTER, pages_of

LOOP = frozenset({"hearing loop"})
PLAIN = Instance(
    2,
    (Guest("Ida Lund"), Guest("bo Berg"), Guest("Zoë <b>Ó</b>")),
    (Table("Table 1"), Table("Table 2"), Table("Table 3")),
)
PLAN = Plan(((("Ida Lund", "bo Berg"), ("Zoë <b>Ó</b>",), ()), (("Zoë <b>Ó</b>", "bo Berg"), (), ())))
KEPT = {"Ida Lund": {"E-mail": "ida@example.org"}, "bo Berg": {"E-mail": "=1+1"}, "Zoë <b>Ó</b>": {"E-mail": ""}}
SECRET = replace(
    PLAIN,
    people=tuple(replace(guest, lived=True, needs=LOOP, familiar=False, sector="arts") for guest in PLAIN.people),
    tables=tuple(replace(table, features=LOOP) for table in PLAIN.tables),
    apart=(frozenset({"Ida Lund", "Zoë <b>Ó</b>"}),),
)


def test_the_lists_say_where_everybody_sits():
    plan = lists(PLAIN, PLAN, "Spring")

    assert plan.people == (
        ("bo Berg", ("Table 1", "Table 1")),
        ("Ida Lund", ("Table 1", "")),
        ("Zoë <b>Ó</b>", ("Table 2", "Table 1")),
    )
    assert plan.tables == (
        ("Table 1", (("bo Berg", "Ida Lund"), ("bo Berg", "Zoë <b>Ó</b>"))),
        ("Table 2", (("Zoë <b>Ó</b>",), ())),
    )


def test_a_spreadsheet_keeps_the_other_columns():
    assert rows(lists(PLAIN, PLAN, "Spring"), KEPT)[:2] == [
        ["Name", "E-mail", "Round 1", "Round 2"],
        ["bo Berg", "=1+1", "Table 1", "Table 1"],
    ]


@pytest.mark.parametrize("kind", [".csv", ".xlsx"])
def test_a_spreadsheet_can_be_read_again(kind):
    sheet = read(f"tables{kind}", printed(kind, PLAIN, PLAN, KEPT, "Spring"))

    assert [dict(row.cells) for row in sheet.rows][:1] == [
        {"Name": "bo Berg", "E-mail": "=1+1", "Round 1": "Table 1", "Round 2": "Table 1"}
    ]


@pytest.mark.parametrize("kind", [".csv", ".json", ".html"])
def test_nothing_printed_reveals_why(kind):
    assert printed(kind, SECRET, PLAN, KEPT, "Spring") == printed(kind, PLAIN, PLAN, KEPT, "Spring")


def test_what_goes_into_workbooks_and_pdf_reveals_nothing_either():
    assert lists(SECRET, PLAN, "Spring") == lists(PLAIN, PLAN, "Spring")


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_a_pdf_is_right_on_either_paper(paper, size):
    pages = pages_of(printed(".pdf", PLAIN, PLAN, KEPT, "Spring", paper))

    # The wall, two tables at which somebody sits, and the slips.
    assert [(page.size, page.beyond) for page in pages] == [(size, [])] * 4


def test_a_pdf_is_tagged_for_screen_readers():
    written = printed(".pdf", PLAIN, PLAN, KEPT, "Spring")

    assert (written[:5], b"/StructTreeRoot" in written, b"pdfuaid" in written) == (b"%PDF-", True, True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_no_font_has_is_written_all_the_same(kind):
    plan = Plan(((("\U00013000", "安藤一郎 😀"), (), ()),))
    instance = replace(PLAIN, rounds=1, people=(Guest("\U00013000"), Guest("安藤一郎 😀")))

    assert printed(kind, instance, plan, {}, "\U00013000") != b""


def test_the_page_is_valid_and_names_are_not_markup(tmp_path):
    html = page(lists(PLAIN, PLAN, "Spring <1>"))

    assert ask_vnu({"tables": html}, tmp_path) == {"tables": []}
    assert html.count("Zoë &lt;") == 4
    assert html.count("Zoë <") == 0


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(Unreadable, match=r"tables.doc: we write .json, .csv, .xlsx, .html, .pdf"):
        kind_of(tmp_path / "tables.doc")


@pytest.mark.parametrize("kind", KINDS)
def test_every_ending_that_is_told_is_written(kind, tmp_path):
    put(tmp_path / f"tables{kind}", printed(kind, PLAIN, PLAN, KEPT, "Spring"))

    assert [file.name for file in tmp_path.iterdir()] == [f"tables{kind}"]

"""Sheets as they come out of a printer: on A4 and on Letter, for nobody and for five hundred, whatever people are called."""

import pytest

from goldenthread.gatherings.tables.label_sheets import LABEL_SHEETS
from goldenthread.gatherings.tables.models import Round, Table
from goldenthread.gatherings.tables.tables_on_paper import Paper, Somebody
from goldenthread.gatherings.tables.tables_pdf import labels, seating
from goldenthread.kit.pdf.sheets import PaperSize
from tests.on_paper import A4, LETTER, is_tagged, pages_of

SIZES = {PaperSize.A4: A4, PaperSize.LETTER: LETTER}
OF_THE_WORLD = [
    "Nguyễn Thị Hà",
    "安藤一郎",
    "محمد علي",
    "प्रिया शर्मा",
    "Zoë Ó Faoláin",
    "𓀀 Pharaoh",
    "W" * 80,
    "Anne-Marie " * 7,
]
ROUNDS = tuple(Round(pk=number, number=number) for number in (1, 2, 3))


def somebody(name, number, labels):
    tables = [
        Table(pk=number % 9, number=number % 9, label=labels.format(number % 9 + 1), room="Library") for _ in ROUNDS
    ]
    return Somebody(name, name, tuple(zip(ROUNDS, tables, strict=True)), "they/them")


def paper_for(many, names=(), labels="Table {}"):
    called = [*names, *(f"Person{number} Weir" for number in range(many - len(names)))]
    return Paper(ROUNDS, tuple(somebody(name, number, labels) for number, name in enumerate(called)))


def printed(kind, paper, size=PaperSize.A4):
    return pages_of(seating(kind, paper, "A spring day", size))


@pytest.mark.parametrize("size", SIZES)
def test_the_wall_has_names_in_both_halves_of_every_full_sheet(size):
    pages = printed("wall", paper_for(500), size)

    assert {page.size for page in pages} == {SIZES[size]}
    assert [page.beyond for page in pages] == [[]] * len(pages)
    lefts = [[box[0] / page.size[0] for word, box in page.words if word.startswith("Person")] for page in pages]
    assert [(min(left) < 0.3, max(left) > 0.5) for left in lefts[:-1]] == [(True, True)] * (len(pages) - 1)
    assert sum(map(len, lefts)) == 500


def test_a_wall_for_sixty_is_one_sheet_with_as_many_on_the_left_as_on_the_right():
    [page] = printed("wall", paper_for(60))

    lefts = [box[0] / page.size[0] for word, box in page.words if word.startswith("Person")]
    assert (sum(left < 0.4 for left in lefts), len(lefts), page.beyond) == (pytest.approx(30, abs=3), 60, [])


@pytest.mark.parametrize("kind", ["wall", "tables", "slips"])
def test_for_nobody_there_is_one_sheet_that_says_so(kind):
    [page] = printed(kind, Paper(ROUNDS, ()))

    assert "Nobody has a table yet." in page.text


@pytest.mark.parametrize("labels", ["Table {}", "The table by the hearing loop, number {}"])
@pytest.mark.parametrize("kind", ["wall", "tables", "slips"])
def test_names_of_the_world_stay_on_the_paper(kind, labels):
    pages = printed(kind, paper_for(30, OF_THE_WORLD, labels), PaperSize.LETTER)

    assert [page.beyond for page in pages] == [[]] * len(pages)
    assert min(len(page.words) for page in pages) > 5


def test_each_table_has_a_sheet_of_its_own():
    pages = printed("tables", paper_for(45))

    assert [page.words[1][0] for page in pages] == [str(number) for number in range(1, 10)]


def test_sheets_are_tagged_for_screen_readers():
    paper = paper_for(3)
    sheets = [seating(kind, paper, "A spring day", PaperSize.A4) for kind in ("wall", "tables", "slips")]

    assert [is_tagged(sheet) for sheet in [*sheets, labels(paper, "A spring day", LABEL_SHEETS["a4-21"])]] == [True] * 4


# ---- labels


@pytest.mark.parametrize("name", LABEL_SHEETS)
def test_every_name_lies_on_its_own_label(name):
    sheet, many = LABEL_SHEETS[name], 40
    pages = pages_of(labels(paper_for(many), "A spring day", sheet))

    assert ({page.size for page in pages}, len(pages)) == (
        {SIZES[sheet.size]},
        -(-many // (sheet.columns * sheet.rows)),
    )
    middles = [_middle(page, word) for page in pages for word, _box in page.words if word.startswith("Person")]
    assert (len(middles), [spot for spot in middles if not _is_on_a_label(spot, sheet)]) == (many, [])


@pytest.mark.parametrize("name", LABEL_SHEETS)
def test_labels_fit_on_their_sheet(name):
    sheet = LABEL_SHEETS[name]
    width, height = SIZES[sheet.size]
    wide, high = sheet.left + sheet.across * (sheet.columns - 1) + sheet.width, sheet.top + sheet.height * sheet.rows

    # As far from the right edge as from the left, and from the foot as from the head.
    assert abs(wide + sheet.left - _mm(width)) < 1
    assert abs(high + sheet.top - _mm(height)) < 1


def test_long_names_are_smaller_and_never_cut():
    pages = pages_of(labels(paper_for(8, OF_THE_WORLD), "A spring day", LABEL_SHEETS["letter-30"]))

    words = pages[0].text
    assert (len(pages), "Zoë" in words, words.count("W") >= 80, words.count("Marie")) == (1, True, True, 7)


def test_labels_for_nobody_say_so():
    [page] = pages_of(labels(Paper(ROUNDS, ()), "A spring day", LABEL_SHEETS["a4-21"]))

    assert "Nobody has a table yet." in page.text


def test_five_hundred_labels_are_five_hundred_names():
    pages = pages_of(labels(paper_for(500), "A spring day", LABEL_SHEETS["a4-24"]))

    assert (len(pages), sum(page.text.count("Person") for page in pages)) == (21, 500)


def _mm(points):
    return points * 25.4 / 72


def _middle(page, word):
    x0, y0, x1, y1 = next(box for text, box in page.words if text == word)
    return _mm((x0 + x1) / 2), _mm((y0 + y1) / 2)


def _is_on_a_label(spot, sheet):
    x, y = spot
    return (x - sheet.left) % sheet.across < sheet.width and (y - sheet.top) < sheet.rows * sheet.height


@pytest.mark.parametrize("name", ["a4-21", "a4-24"])
def test_the_line_under_a_name_of_two_lines_touches_nothing(name):
    paper = Paper(ROUNDS, (Somebody("Gwenllian Jyggy-Pryce", "Gwenllian Jyggy-Pryce", (), ""),))
    [page] = pages_of(labels(paper, "A spring day", LABEL_SHEETS[name]))
    boxes = dict(page.words)

    # The title stands under the line.
    assert boxes["spring"][1] - boxes["Jyggy-Pryce"][3] > 7

"""A poster: what, when, where, what it costs, and a code that leads to the gathering."""

import subprocess
from datetime import date, time

import pytest
import segno

from goldenthread.gatherings.bookings.models import Opening
from goldenthread.gatherings.pages import poster_pdf
from goldenthread.gatherings.pages.poster_pdf import SIZES, poster
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.pdf.sheets import PaperSize
from tests.needed import find
from tests.on_paper import A3, A4, LETTER, is_tagged, pages_of

ON = {PaperSize.A4: A4, PaperSize.LETTER: LETTER, PaperSize.A3: A3}
DPI = 100
MM = DPI / 25.4


@pytest.fixture
def planned(spring, ada):
    plan = {
        "cost": "Free",
        "lede": "A day about bread.",
        "from_time": time(9, 30),
        "to_time": time(16, 30),
        "day": date(2027, 4, 20),
    }
    Gathering.objects.filter(pk=spring.pk).update(**plan)
    return Gathering.objects.with_facts().get(pk=spring.pk)


@pytest.mark.parametrize("size", SIZES)
def test_it_says_what_when_where_and_how_much_on_one_sheet(planned, size, settings):
    settings.HOUSE_ADDRESS = "https://home.example.org"
    written = poster(planned, size)
    [page] = pages_of(written)

    expected = [
        "A spring day",
        "about bread.",
        "20 April 2027,",
        "9:30 to 16:30,",
        "Free",
        "home.example.org/gatherings/spring",
    ]
    assert [words for words in expected if words not in page.text] == []
    assert (page.size, page.beyond, is_tagged(written)) == (ON[size], [], True)


@pytest.mark.parametrize("size", SIZES)
def test_the_longest_plan_fits_as_well(planned, size):
    planned.title, planned.lede, planned.cost = "Title " * 20, "lede " * 48, "cost " * 40
    planned.venue, planned.address, planned.slug = "V" * 120, "Street " * 34, "s" * 120
    [page] = pages_of(poster(planned, size))

    assert (page.beyond, page.text.count("cost")) == ([], 40)


def test_its_code_is_the_address_and_large_enough_for_two_metres(planned, settings):
    settings.HOUSE_ADDRESS = "https://home.example.org"
    matrix = segno.make("https://home.example.org/gatherings/spring/", error="l", micro=False).matrix
    dark, height = drawn(poster(planned, PaperSize.A4))
    # Its first row begins with one corner, longer than any letter is wide, and ends with another.
    places = ((x, y) for y in range(height) for x in range(int(20 * MM), int(60 * MM)) if (x, y) in dark)
    left, top = next((x, y) for x, y in places if all((x + more, y) in dark for more in range(int(20 * MM))))
    right = max(x for x, y in dark if y == top)
    module = (right - left + 1) / len(matrix)

    seen = [
        [
            (int(left + (column + 0.5) * module), int(top + (row + 0.5) * module)) in dark
            for column in range(len(matrix))
        ]
        for row in range(len(matrix))
    ]
    assert seen == [[bool(square) for square in row] for row in matrix]
    # Three millimetres are two points of a telephone's camera at two metres.
    assert module >= 3 * MM


def drawn(pdf):
    """Where a page is black, point by point, and how many points high it is."""
    command = [str(find("pdftoppm")), "-r", str(DPI), "-gray", "-singlefile", "-"]
    picture = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    _kind, size, _most, points = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    return {(at % width, at // width) for at in range(width * height) if points[at] < 60}, height


def test_a_draft_and_an_address_of_this_computer_are_said_before(client, ada, spring, settings):
    client.force_login(ada)
    warned = []
    for address in ("", "https://home.example.org"):
        settings.HOUSE_ADDRESS = address
        warned.append("which only this computer can open" in client.get("/gatherings/spring/poster/").content.decode())

    taken = client.get("/gatherings/spring/poster.pdf?paper=a3")
    assert (warned, taken["Content-Disposition"]) == ([True, False], 'attachment; filename="Poster, A spring day.pdf"')
    assert [page.size for page in pages_of(taken.content)] == [A3]


def test_the_words_beside_the_code_are_not_squeezed(planned):
    planned.lede, planned.cost, planned.slug = "", "", "s" * 120
    [page] = pages_of(poster(planned, PaperSize.A4))
    boxes = dict(page.words)

    assert boxes["Find"][1] == boxes["out"][1]


@pytest.mark.parametrize("by_asking", [True, False])
def test_it_says_whether_one_asks_for_a_place(planned, monkeypatch, by_asking):
    Opening.objects.create(gathering=planned, by_asking=by_asking)
    drawn = []

    def draw(_template, data, _size):
        drawn.append(data["words"]["scan"])
        return b""

    monkeypatch.setattr(poster_pdf, "sheet", draw)
    poster(planned, PaperSize.A4)

    assert drawn == ["Find out more, and ask for a place" if by_asking else "Find out more, and keep a place"]

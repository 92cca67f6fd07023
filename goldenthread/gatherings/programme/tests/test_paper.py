"""A programme on paper: each sheet holds what it should, in whatever script and however much, and nothing stands outside it."""

from datetime import timedelta

import pytest
from django.utils import translation

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.paper_pdf import KINDS, SIZES, pdf
from goldenthread.gatherings.programme.tests.on_a_day import DAY, ROOMS, programme, session
from goldenthread.kit.pdf.sheets import PaperSize
from tests.on_paper import A3, A4, is_tagged, pages_of

STRANGE = (
    "Unaussprechlichkeitsbewältigungsgesprächskreisleiterinnenrunde" * 2,
    "مفتاح الغرفة: من يملكه؟",
    "מפגש של שיחה",
    "😀👩‍👩‍👧 Joy",
    "*Bread* #and $salt$ \\ <b>",
    "Title " * 26,
)


def many(number):
    """Eight in each of three rooms a day; so many of them, with titles of every kind."""
    return programme(
        *(
            session(
                n,
                f"{9 + n // 3 % 8}:{n % 2 * 5:02}",
                room=ROOMS[n % 3],
                title=STRANGE[n // 7 % len(STRANGE)] if n % 7 == 0 else f"Session {n}",
                day=DAY + timedelta(days=n // 24),
            )
            for n in range(number)
        )
    )


def gathering():
    return Gathering(title="A spring day", slug="spring", day=DAY, venue="The Old School")


def printed(kind, what, size=None):
    return pdf(kind, gathering(), what, size or SIZES.get(kind, (PaperSize.A4,))[0])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", [1, 296])
def test_nothing_stands_outside_the_sheet(kind, number):
    written = printed(kind, many(number))
    pages = pages_of(written)

    assert ([word for page in pages for word in page.beyond], is_tagged(written)) == ([], True)
    seen = " ".join(page.text for page in pages)
    expected = [f"Voice {n}" for n in range(number)] if kind != "slips" else []
    assert [voice for voice in expected if voice not in seen] == []


def test_a_list_says_when_what_who_and_where():
    [page] = pages_of(printed("list", programme(session(1, "9:30", 60, "Library", title="Bread"))))

    expected = [
        "A spring day",
        "Tuesday 20 April 2027",
        "9:30",
        "to 10:30",
        "Bread",
        "Voice 1",
        "Library",
        "third version",
    ]
    assert [words for words in expected if words not in page.text] == []
    assert page.size == A4


def test_the_day_on_the_wall_can_be_read_from_two_metres():
    [page] = pages_of(printed("wall", programme(session(1, "9:30", room="Library"))))
    heights = {word: bottom - top for word, (_left, top, _right, bottom) in page.words}

    # Letters of two centimetres, on a sheet that lies on its long side.
    assert (page.size, heights["Tuesday"] > 55) == ((A3[1], A3[0]), True)


def test_a_draft_says_so_on_each_kind_of_sheet():
    draft = programme(session(1, "9:30", room="Library"), is_draft=True)
    shown = programme(session(1, "9:30", room="Library"))

    assert [["Draft" in page.text for page in pages_of(printed(kind, draft))] for kind in KINDS] == [[True]] * len(
        KINDS
    )
    assert not any("Draft" in page.text for kind in KINDS for page in pages_of(printed(kind, shown)))


def test_the_code_leads_to_what_everybody_can_open():
    shown, draft = (printed("fold", programme(session(1, "9:30"), is_draft=is_draft)) for is_draft in (False, True))

    assert [pages_of(sheet)[0].text.count("/gatherings/spring/programme") for sheet in (shown, draft)] == [1, 0]


def test_a_door_has_what_is_in_its_room_and_what_is_for_everybody():
    day = programme(
        session(1, "9:30", room="Library", title="Bread"),
        session(2, "9:30", room="Main hall", title="Salt"),
        session(3, "12:00", title="Lunch", is_for_everybody=True),
    )
    hall, library = pages_of(printed("doors", day))

    assert [[word in page.text for word in ("Bread", "Salt", "Lunch")] for page in (hall, library)] == [
        [False, True, True],
        [True, False, True],
    ]


def test_a_book_for_the_pocket_is_one_sheet_of_eight_pages_in_their_order():
    [page] = pages_of(printed("fold", programme(session(1, "9:30", title="Bread", names="Ann"))))
    half, quarter = page.size[1] / 2, page.size[0] / 4
    places = {word: (int(left // quarter), top < half) for word, (left, top, _right, _bottom) in page.words}

    # The cover below on the right, its back beside it; the pages within run round against the clock.
    assert (places["spring"], places["localhost:8000/gatherings/spring/programme"]) == ((3, False), (2, False))
    by_page = [places[str(number)] for number in (2, 3, 4, 5, 6, 7)]
    assert by_page == [(3, True), (2, True), (1, True), (0, True), (0, False), (1, False)]


def test_a_programme_on_paper_is_in_welsh():
    with translation.override("cy"):
        [page] = pages_of(printed("list", programme(session(1, "9:30"))))

    assert "20 Ebrill 2027" in page.text


def test_nothing_yet_is_said():
    assert [
        "Nothing has an hour yet." in pages_of(printed(kind, programme()))[0].text for kind in KINDS if kind != "doors"
    ] == [True] * 5

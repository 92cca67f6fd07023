"""The list for the door and the slips, as they come out of a printer."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.day_pdf import door_list, slips
from goldenthread.gatherings.day.door_list import DoorListRow, lines
from goldenthread.gatherings.day.models import Standing
from goldenthread.gatherings.day.slips import Slip
from goldenthread.gatherings.day.slips import slips as made
from goldenthread.kit.pdf.sheets import PaperSize
from tests.on_paper import A4, LETTER, is_tagged, pages_of

SIZES = {PaperSize.A4: A4, PaperSize.LETTER: LETTER}


@pytest.fixture
def convenor(client, ada, sat):
    client.force_login(ada)


def test_the_list_is_by_surname(today, sat, come):
    sat["Ann"].person.name = "Ann Zeal"
    sat["Ann"].person.save()
    [page] = pages_of(door_list(today, lines(today), PaperSize.A4))

    surnames = [name for name, box in page.words if name in {"Weir", "Zeal"} and box[0] < 250]
    assert (surnames, page.beyond) == (["Weir"] * 4 + ["Zeal"], [])


def test_who_is_here_is_ticked_already(today, sat):
    [page] = pages_of(door_list(today, lines(today), PaperSize.A4))

    # Everybody but Eli.
    assert page.text.count("✓") == 4


def test_what_people_need_stands_on_no_paper(today, sat):
    booking = sat["Ann"]
    booking.needs, booking.supporter, booking.seats = "A waffle iron.", "Sue Reed", 2
    booking.save()
    [page] = pages_of(door_list(today, lines(today), PaperSize.A4))

    assert [word for word in ("waffle", "Sue", "Reed") if word in page.text] == []
    assert "+ supporter" in page.text


@pytest.mark.parametrize("size", SIZES)
def test_a_list_of_five_hundred_repeats_its_head_and_stays_on_the_paper(today, size):
    rows = [DoorListRow(Booking(name=f"P{n} Weir"), Standing.COMING, f"Person{n} {'W' * (n % 70)}") for n in range(500)]
    pages = pages_of(door_list(today, rows, size))

    assert {page.size for page in pages} == {SIZES[size]}
    assert [page.beyond for page in pages] == [[]] * len(pages)
    assert sum(page.text.count("Person") for page in pages) == 500
    assert [page.text.count("Joined late") > 0 for page in pages] == [True] * len(pages)


def test_a_list_for_nobody_has_lines_for_those_who_walk_in(today):
    [page] = pages_of(door_list(today, [], PaperSize.A4))

    assert ("Nobody has a place yet." in page.text, "Not on the list" in page.text) == (True, True)


@pytest.mark.parametrize("size", SIZES)
def test_slips_say_where_and_with_whom(today, sat, size):
    pages = pages_of(slips(today, made(today), None, size))

    assert ({page.size for page in pages}, [page.beyond for page in pages]) == ({SIZES[size]}, [[]] * len(pages))
    assert [name for name in sat if f"{name} Weir" not in " ".join(page.text for page in pages)] == []


def test_slips_for_nobody_say_so(today):
    [page] = pages_of(slips(today, [], None, PaperSize.A4))

    assert "Once the tables are announced" in page.text


def test_both_are_tagged_for_screen_readers(today, sat):
    written = [slips(today, [Slip("Ann", (), "x:y")], None, PaperSize.A4), door_list(today, lines(today), PaperSize.A4)]

    assert [is_tagged(pdf) for pdf in written] == [True, True]


@pytest.mark.parametrize(("page", "name"), [("slips.pdf", "Slips"), ("arrivals.pdf", "Who is here")])
def test_the_file_says_what_it_is(convenor, ask, page, name):
    taken = ask(f"{page}?paper=us-letter")

    assert taken["Content-Disposition"] == f'attachment; filename="{name}, A spring day.pdf"'
    assert {page.size for page in pages_of(taken.content)} == {LETTER}

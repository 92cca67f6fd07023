"""A list brings sector, role and region; two people of one address stay two; and lines can be left out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.importing import bring, look
from goldenthread.gatherings.bookings.list_words import _known, region_in, sectors_in, unread
from goldenthread.gatherings.bookings.listing import as_file
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.kit.spreadsheets import Spreadsheet, SpreadsheetRow

AT = "/gatherings/spring/bookings/imports/"
LIST = (
    "Name,E-mail,Sector,Role,Region\n"
    "Ann,ann@example.org,NHS trust; Education,Ward manager,Wales\n"
    "Ben,ben@example.org,Hospice,,The Marches\n"
    "Cat,ann@example.org,,,\n"
)


@pytest.fixture
def browser(client, ada, room):
    client.force_login(ada)
    return client


@pytest.fixture
def looked(browser):
    return browser.post(AT, {"file": SimpleUploadedFile("list.csv", LIST.encode())})


def bring_it(browser, looked, **more):
    return browser.post(f"{AT}lines/", {"packed": looked.context["packed"], **more})


def test_sector_role_and_region_come_along(browser, looked):
    bring_it(browser, looked)

    ann = Booking.objects.get(email="ann@example.org")
    assert (ann.sectors, ann.role, ann.region) == (["health", "education"], "Ward manager", "wales")


def test_words_that_cannot_be_read_are_asked_and_chosen_by_hand(browser, looked):
    form = looked.context["form"]
    questions = {field.label: field.name for field in form if field.name.startswith("word_")}
    chosen = {field.name: field.value() or "" for field in form}
    words = {questions["“Hospice” is"]: "third_sector", questions["“The Marches” is"]: "west_midlands"}

    again = browser.post(f"{AT}columns/", {"sheet": looked.context["sheet"], **chosen, **words})
    bring_it(browser, again)

    ben = Booking.objects.get(email="ben@example.org")
    assert (list(questions), ben.sectors, ben.region) == (
        ["“Hospice” is", "“The Marches” is"],
        ["third_sector"],
        "west_midlands",
    )


def test_two_of_one_address_are_two_people_and_both_have_a_place(browser, looked):
    bring_it(browser, looked)

    page = looked.content.decode()
    assert ("They’re two people" in page, looked.context["looked"].left_out) == (True, [])
    assert sorted(Booking.objects.values_list("name", "email")) == [
        ("Ann", "ann@example.org"),
        ("Ben", "ben@example.org"),
        ("Cat", ""),
    ]


def test_so_are_those_who_booked_before_and_since(room, ask, ada, now):
    ask("Ann")
    rows = look(room, "list.csv", b"Name,E-mail\nBert,ann@example.org\nCy,dot@example.org\n", "en-gb").lines
    ask("Dot")

    bring(room, "list.csv", rows, once="once", now=now, by=ada)

    assert sorted(Booking.objects.values_list("name", "email")) == [
        ("Ann", "ann@example.org"),
        ("Bert", ""),
        ("Cy", ""),
        ("Dot", "dot@example.org"),
    ]


def test_lines_are_left_out_one_by_one(browser, looked):
    bring_it(browser, looked, leave_out=["2", "4", "odd"])

    assert ('name="leave_out"' in looked.content.decode(), Booking.objects.get().name) == (True, "Ben")


@pytest.mark.parametrize(
    ("cell", "sectors"),
    [
        ("Policy and commissioning", ["policy"]),
        ("Prison / Charity", ["criminal_justice", "third_sector"]),
        ("Iechyd", ["health"]),
        ("Lived experience", []),
        ("lived_experience; health", ["health"]),
        ("", []),
    ],
)
def test_sectors_are_read_and_lived_experience_never_is(cell, sectors):
    assert sectors_in(cell) == sectors


@pytest.mark.parametrize(
    ("cell", "region"), [("london", "london"), ("Cymru", "wales"), ("Yorkshire", "yorkshire"), ("Mars", ""), ("", "")]
)
def test_regions_are_read(cell, region):
    assert region_in(cell) == region


def test_a_list_full_of_odd_words_holds_nobody_up():
    cells = [{"Sector": ";".join(f"w{n}" for n in range(line, line + 300))} for line in range(900)]
    sheet = Spreadsheet(("Sector",), tuple(SpreadsheetRow(line, cell) for line, cell in enumerate(cells)))
    _known.cache_clear()

    unknown = unread(sheet, ["Sector"], "sectors")
    read = [sectors_in(cell["Sector"]) for cell in cells]

    # Each word is looked at once, and of one person no more than anybody says of themselves.
    assert (unknown, read, _known.cache_info().misses) == ([f"w{n}" for n in range(30)], [[]] * 900, 949)


def test_what_a_list_told_of_somebody_is_theirs_to_see_and_to_change(browser, looked, client, now):
    bring_it(browser, looked)
    ann = confirm(Booking.objects.get(email="ann@example.org"), now)
    client.logout()
    page = client.get(ann.get_absolute_url()).content.decode()

    client.post(f"{ann.get_absolute_url()}told/", {"role": "Nurse", "region": ""})

    ann.refresh_from_db()
    assert ("Ward manager" in page, "Wales" in page) == (True, True)
    assert (ann.role, ann.region) == ("Nurse", "")


def test_those_who_wait_come_back_in_their_turn(room, full, ada, now):
    open_booking(room, by=ada, now=now, places=3, until=None, confirm_hours=72, answer_hours=24)
    Booking.objects.filter(name="Eli").update(moved_to=1)
    for booking in full.values():
        confirm(booking, now)

    written, _type = as_file(room, "csv")
    looked = look(type(room).begin("Another day", by=ada), "list.csv", written, "en-gb")

    assert [row.wish.name for row in looked.lines] == ["Ann", "Ben", "Cat", "Eli", "Dot"]

"""What convenors see of bookings, and what they never see."""

import io

import pytest
from openpyxl import load_workbook

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.spreadsheets import read
from goldenthread.people.models import Person

AT = "/gatherings/spring/bookings/"
# A hat that could leak: no page, list or file names it beside a person.
HAT = ["lived_experience"]
NEED = "canary-needs a ramp"


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def crowd(room, ada, now):
    """As many as one asks for; each wears a hat, needs something, and says a line."""
    open_booking(room, by=ada, now=now, places=None, until=None, confirm_hours=72, answer_hours=24)

    def crowd(how_many):
        for number in range(how_many):
            wish = PlaceRequest(
                f"Guest {number:02}", f"guest-{number}@example.org", sectors=HAT, needs=NEED, line="=1+1"
            )
            confirm(keep_a_place(room, wish, now=now), now)

    return crowd


@pytest.mark.parametrize("how_many", [1, 3, 60])
def test_the_list_asks_as_many_questions_for_one_as_for_many(browser, crowd, how_many, django_assert_num_queries):
    crowd(how_many)

    with django_assert_num_queries(15):
        browser.get(AT)


def test_there_are_fifty_on_a_page(browser, crowd):
    crowd(60)

    pages = [browser.get(AT, {"page": page}).context["page"] for page in (1, 2)]

    assert [len(page.object_list) for page in pages] == [50, 10]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"q": "guest-1@"}, ["Guest 01"]),
        ({"q": "GUEST 02"}, ["Guest 02"]),
        ({"q": "nobody"}, []),
        ({"state": "waiting"}, []),
        ({"state": "cancelled"}, ["Guest 00"]),
        ({"state": "invented"}, ["Guest 01", "Guest 02"]),
    ],
)
def test_the_list_is_searched_and_sorted_by_how_people_stand(browser, crowd, now, query, names):
    crowd(3)
    give_up(Booking.objects.get(name="Guest 00"), State.CANCELLED, now=now, by=None)

    response = browser.get(AT, query).context["page"].object_list

    assert [booking.known_as for booking in response] == names


@pytest.mark.parametrize("page", ["", "opening/", "paper/", "print/", "imports/", "letters/"])
def test_what_people_need_stands_on_its_own_page_only(browser, crowd, page):
    crowd(3)

    assert NEED not in browser.get(f"{AT}{page}").content.decode()
    assert NEED in browser.get(f"{AT}needs/").content.decode()


@pytest.mark.parametrize("page", ["", "needs/", "print/", "list.csv", "{pk}/"])
def test_no_hat_stands_beside_a_name(browser, crowd, page):
    crowd(1)
    address = f"{AT}{page}".format(pk=Booking.objects.get().pk)

    shown = browser.get(address).content.decode().lower()

    assert ("guest 00" in shown, "lived" in shown) == (True, False)


def test_the_spreadsheet_holds_no_formula_and_no_hat(browser, crowd):
    crowd(1)

    in_words = browser.get(f"{AT}list.csv").content.decode("utf-8-sig").splitlines()
    sheet = load_workbook(io.BytesIO(browser.get(f"{AT}list.xlsx").content)).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert in_words[1] == f"Guest 00,guest-0@example.org,coming,1,,{NEED},'=1+1"
    assert (cells[0][0], cells[1][0], cells[1][-1]) == ("Name", "Guest 00", "=1+1")
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_the_csv_can_be_had_for_excel_where_commas_stand_in_numbers(browser, crowd):
    crowd(1)

    written = browser.get(f"{AT}list.csv?separator=semicolon").content
    plain = browser.get(f"{AT}list.csv").content

    assert (
        written.decode("utf-8-sig").splitlines()[0] == "Name;E-mail;How it stands;Seats;Supporter;Access and food;Line"
    )
    assert read("list.csv", written) == read("list.csv", plain)
    assert b"list.csv?separator=semicolon" in browser.get(AT).content


@pytest.mark.parametrize("page", ["print", "needs"])
def test_lists_for_paper_stand_by_the_name_people_have_now(browser, ask, now, page):
    for name in ["Zoe", "Evi", "Bo"]:
        confirm(ask(name, needs=NEED), now)
    Person.objects.filter(email="zoe@example.org").update(chosen_name="Éva")

    rows = browser.get(f"{AT}{page}/").context["rows"]

    assert [row.known_as for row in rows] == ["Bo", "Éva", "Evi"]


@pytest.mark.parametrize("page", ["booking/", "", "changes/", "calendar.ics"])
def test_strangers_and_members_see_nobody(client, crowd, bo, page):
    crowd(1)
    as_stranger = client.get(f"/gatherings/spring/{page}").content.decode()
    client.force_login(bo)
    as_member = client.get(f"/gatherings/spring/{page}").content.decode()

    shown = as_stranger + as_member
    assert [word for word in ("Guest 00", "guest-0@", NEED, "=1+1") if word in shown] == []


def test_who_gave_their_address_on_paper_finds_their_place_when_they_sign_in(client, room, ada, bo, now):
    booking = put_down(room, PlaceRequest("Bo", bo.email), now=now, by=ada)
    client.force_login(bo)

    page = client.get("/gatherings/spring/booking/")

    assert (page.context["mine"], booking.person) == (booking, None)


def test_a_gathering_that_nobody_opened_invites_to_open_it(browser, spring):
    assert "Open the booking" in browser.get(AT).content.decode()
    assert Gathering.objects.get(pk=spring.pk).bookings.count() == 0

"""Places: kept, waited for, offered, given to a friend, given back; and what a convenor does with them."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

MESSY = "Sign-ups from the office;;\r\n;;\r\nFirst name;Surname;E-mail\r\nSiân;Môr;{0}\r\n;;lost@example.com\r\n"


@pytest.fixture
def of(mark):
    """An address of somebody in this journey."""
    return lambda name: f"{name}-{mark}@example.com"


@pytest.fixture
def ada(house, somebody, of):
    """She convenes a gathering, and opens its booking."""
    visitor = somebody(house)
    visitor.joins("Ada Foxglove", of("ada"))
    return visitor


@pytest.fixture
def one_place(ada, mark):
    """A gathering with a single place."""
    spring = ada.begins_a_draft(f"A spring day {mark}")
    ada.goes_to(f"{spring}bookings/opening/")
    ada.writes("How many places?", "1")
    ada.presses("Open the booking")
    return spring


def books(visitor, gathering, name, email, button="Keep me a place"):
    visitor.goes_to(f"{gathering}booking/")
    visitor.writes("Your name", name)
    visitor.writes("E-mail", email)
    visitor.presses(button)


def test_a_newcomer_books_with_two_answers_and_a_code(house, somebody, of):
    nan = somebody(house)
    nan.goes_to("/gatherings/launch/")

    nan.follows("Keep me a place")
    must = nan.page.locator("main form [required]").count()
    nan.writes("Your name", "Nan Tolliver")
    nan.writes("E-mail", of("nan"))
    nan.presses("Keep me a place")
    kept = nan.heading
    nan.writes("Six digits from our e-mail", nan.code_in_the_email_to(of("nan")))
    nan.presses("This is me")

    assert (must, kept, nan.heading) == (2, "Check your e-mail", "Hello, Nan Tolliver")
    nan.sees("You have a place. We look forward to meeting you.")


def says_yes_from_the_email(visitor, email, about=""):
    visitor.page = visitor.opens_the_email_to(email, about=about)
    visitor.follows_the_link_in_the_email()
    visitor.presses("Yes, I’m coming")


def gives(visitor, name, email):
    visitor.follows("Give my place to a friend")
    visitor.writes("Your friend’s name", name)
    visitor.writes("E-mail", email)
    visitor.presses("Give them my place")


def test_a_place_goes_from_hand_to_hand(house, somebody, one_place, of):
    ann, bea, flo = somebody(house), somebody(house), somebody(house)
    books(ann, one_place, "Ann", of("ann"))
    books(bea, one_place, "Bea", of("bea"), button="Put me on the waiting list")
    waits = bea.heading

    says_yes_from_the_email(ann, of("ann"))
    ann.follows("I can’t come")
    ann.presses("Give up my place")
    ann.presses("Take my place back")
    taken_back = ann.message
    gives(ann, "Bea", of("bea"))
    says_yes_from_the_email(bea, of("bea"), about="A place for you")
    accepted = bea.message
    gives(bea, "Flo", of("flo"))
    says_yes_from_the_email(flo, of("flo"), about="A place for you")

    assert (waits, taken_back) == ("Check your e-mail", "Your place is yours again.")
    assert [accepted, flo.message] == ["You have a place."] * 2


@pytest.fixture
def taken(ada, one_place):
    """The only place is taken, by somebody on paper."""
    ada.goes_to(f"{one_place}bookings/paper/")
    ada.writes("Their name", "Pat Weir")
    ada.presses("Keep them a place")


@pytest.fixture
def sian_waits(house, somebody, ada, one_place, taken, of):
    """She stands on a messy list, is asked, and says that it is her. What Ada was told of the list."""
    ada.goes_to(f"{one_place}bookings/imports/")
    messy = {"name": "list.csv", "mimeType": "text/csv", "buffer": MESSY.format(of("sian")).encode("cp1252")}
    ada.page.get_by_label("Your list", exact=True).set_input_files(messy)
    ada.presses("Check it")
    ada.sees("There’s no name.")
    ada.presses("Add them to the list")
    brought = ada.message
    ada.goes_to(f"{one_place}bookings/places/")
    ada.presses("Ask 1 person")
    sian = somebody(house)
    sian.page = sian.opens_the_email_to(of("sian"), about="Are you coming?")
    sian.follows_the_link_in_the_email()
    sian.presses("Yes, keep me on the waiting list")
    return brought


def test_a_convenor_brings_paper_and_a_list_and_writes_to_those_who_wait(ada, one_place, sian_waits, of):
    ada.goes_to(f"{one_place}bookings/letters/")
    ada.chooses("Who is it for?", "those who wait")
    ada.writes("Subject", "A word to you who wait")
    ada.writes("Your e-mail", "Dear {name}, we look for a larger room.")
    ada.presses("Look at it")
    ada.presses("Send it to me first")
    ada.presses("Send it to all of them")

    assert sian_waits == "1 person was added."
    email = ada.opens_the_email_to(of("sian"), about="A word to you")
    expect(email.locator("article")).to_contain_text("Dear Siân Môr, we look for a larger room.")

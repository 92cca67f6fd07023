"""What is asked only if one likes is folded away, and unfolded when something stands in it."""

import re

import pytest

from goldenthread.gatherings.bookings.forms import BookingForm
from goldenthread.gatherings.plan import turns
from goldenthread.people.models import Hat

AT = "/gatherings/spring/booking/"
FOLDED, OPEN = re.compile(r"<details\s+class=\"fold\"\s*>"), re.compile(r"<details\s+class=\"fold\"\s+open\s*>")


def test_a_name_and_an_address_are_asked_and_the_rest_is_folded(client, room):
    page = client.get(AT)

    form = page.context["form"]
    assert [field.name for field in form.asked_of_everybody()] == ["name", "email"]
    assert {field.name for field in form} == {
        field.name for field in [*form.asked_of_everybody(), *form.asked_if_you_like()]
    }
    assert FOLDED.search(page.content.decode())


@pytest.mark.parametrize(
    "form_data", [{"needs": "No nuts."}, {"has_supporter": "on"}, {"line": "x" * 401}, {"sectors": "health"}]
)
def test_what_was_told_is_not_folded_away_when_the_page_comes_back(client, room, form_data):
    page = client.post(AT, {"name": "", **form_data})

    assert (page.status_code, bool(OPEN.search(page.content.decode()))) == (422, True)


def test_where_it_is_full_the_code_confirms_no_place(client, room, ask):
    before = client.get(AT).context["form"].fields["email"].help_text
    for name in ("Ann", "Ben", "Cat"):
        ask(name)

    assert before == "We’ll e-mail you a code to confirm your place."
    help_text = client.get(AT).context["form"].fields["email"].help_text
    assert help_text == "We’ll e-mail you a code, so that we know this address is yours."


def test_what_was_not_told_stays_folded(client, room):
    assert FOLDED.search(client.post(AT, {"name": ""}).content.decode())


def test_hats_that_are_known_already_are_shown(client, room, bo):
    Hat.objects.create(person=bo, sector="health", is_for_mixing=True)
    client.force_login(bo)

    assert OPEN.search(client.get(AT).content.decode())


@pytest.mark.parametrize(
    "name", ["Click http://spam.example/buy", "ann@spam.example", "www.spam.example", "Buy at spam.example"]
)
def test_a_name_is_no_place_for_a_link_because_it_stands_in_an_e_mail(name):
    assert BookingForm({"name": name, "email": "ann@example.org"}).errors.keys() == {"name"}


def without_a_form(page):
    main = page.content.decode().split("<main")[1]
    return ("<form" in main, "Places can’t be booked here at the moment." in main)


def test_where_booking_was_never_opened_the_page_says_so(client, spring):
    assert without_a_form(client.get(AT)) == (False, True)


def test_where_booking_is_closed_the_page_says_so(client, room, ada):
    turns.close(room, by=ada)

    assert without_a_form(client.get(AT)) == (False, True)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Ann\r\nYour place is gone", "Ann Your place is gone"), ("Dr J. St.John", "Dr J. St.John"), ("안藤", "안藤")],
)
def test_a_name_is_one_line(typed, kept):
    form = BookingForm({"name": typed, "email": "ann@example.org"})

    assert (form.is_valid(), form.cleaned_data["name"]) == (True, kept)

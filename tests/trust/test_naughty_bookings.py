"""Whatever is written into a form about places: kept as it was written, or refused with what was typed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Addressing, Booking, Withdrawal
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Circular
from tests.trust.naughty import NAUGHTY, ODD, Form, faults

WISH = {"needs": "", "supporter": "", "line": "", "sectors": "health", "has_supporter": ""}
HOW = {"until": None, "confirm_hours": 72, "answer_hours": 24}


@pytest.fixture
def gathering(keeper_at_the_door):
    begun = Gathering.begin("Tea", by=keeper_at_the_door.person)
    turns.publish(begun, by=keeper_at_the_door.person)
    open_booking(begun, by=None, now=clock.now(), places=None, **HOW)
    return begun


@pytest.fixture
def mine(gathering):
    return keep_a_place(gathering, PlaceRequest("Di", "di@example.org"), now=clock.now())


def nobody_booked():
    Booking.objects.all().delete()
    return {}


def newest():
    return Booking.objects.values().latest("pk")


@pytest.fixture
def forms(gathering):
    at = gathering.get_absolute_url()
    words = ("needs", "supporter", "line")
    pages = (f"{at}bookings/", f"{at}bookings/needs/", f"{at}bookings/list.xlsx", at)
    return {
        "booking": Form(f"{at}booking/", WISH, words, newest, pages, fresh=nobody_booked),
        "paper": Form(f"{at}bookings/paper/", WISH | {"name": "Pat", "once": ""}, (*words, "name"), newest, pages),
        "opening": Form(
            f"{at}bookings/opening/", {"places": "9", "until": "", "confirm_hours": "72", "answer_hours": "24"}
        ),
        "held places": Form(f"{at}bookings/opening/", {"sector": "health", "places": "2", "until": "2027-01-01"}),
        "brought list": Form(f"{at}bookings/imports/lines/", {"packed": "x"}),
        "letter": Form(
            f"{at}bookings/letters/",
            {"whom": "all", "subject": "Tea", "words": "Bring cups."},
            ("subject", "words"),
            lambda: Circular.objects.values().latest("pk"),
            (f"{at}bookings/letters/",),
        ),
    }


@pytest.mark.parametrize("name", ["booking", "paper", "opening", "held places", "brought list", "letter"])
def test_a_form_about_places_keeps_words_or_gives_them_back(keeper_at_the_door, forms, name):
    assert faults(keeper_at_the_door, forms[name]) == []


def test_every_email_that_was_kept_can_be_looked_at(keeper_at_the_door, forms, mine, gathering):
    faults(keeper_at_the_door, forms["letter"])

    at = f"{gathering.get_absolute_url()}bookings/letters"
    shown = [keeper_at_the_door.get(f"{at}/{addressing.pk}/").status_code for addressing in Addressing.objects.all()]

    assert set(shown) == {200}


@pytest.fixture
def from_an_email(gathering, mine):
    """What whoever has the e-mail may send, without signing in."""
    at = mine.get_absolute_url()

    def live_again():
        Booking.objects.exclude(pk=mine.pk).delete()
        Booking.objects.update(state="coming")
        Withdrawal.objects.all().delete()
        return {}

    friend = {"name": "Flo", "email": "flo@example.org"}
    given_up = Withdrawal.objects.filter(booking=mine).values().get
    return {
        "stranger": Form(
            f"{gathering.get_absolute_url()}booking/",
            WISH | {"name": "Di", "email": "new@example.org"},
            ("name", "needs", "line"),
            newest,
            fresh=nobody_booked,
        ),
        "gift": Form(f"{at}gift/", friend, ("name",), newest, (at,), fresh=live_again),
        "giving up": Form(f"{at}cancellation/", {"line": ""}, ("line",), given_up, (at,), fresh=live_again),
    }


@pytest.mark.parametrize("name", ["stranger", "gift", "giving up"])
def test_what_comes_from_an_email_is_kept_or_given_back(from_an_email, name):
    assert faults(Client(raise_request_exception=False), from_an_email[name]) == []


def quoted(text):
    return '"{}"'.format(text.replace('"', '""'))


def listed(heading, cell):
    row = f"{quoted(heading)},E-mail\n{quoted(cell)},di@example.org\n"
    return SimpleUploadedFile("list.csv", row.encode(errors="replace"))


@pytest.mark.parametrize("text", NAUGHTY + ODD)
def test_whatever_stands_in_a_list_is_looked_at_and_brought_or_refused(keeper_at_the_door, gathering, text):
    at = f"{gathering.get_absolute_url()}bookings/imports/"

    first = keeper_at_the_door.post(at, {"file": listed(text, text)})
    sheet = (first.context or {}).get("sheet", "")
    again = keeper_at_the_door.post(f"{at}columns/", {"sheet": sheet, "column_0": "name", "is_headless": "on"})
    brought = keeper_at_the_door.post(f"{at}lines/", {"packed": (again.context or {}).get("packed", "")})

    assert (first.status_code in {200, 422}, again.status_code in {200, 302}, brought.status_code) == (True, True, 302)
    assert keeper_at_the_door.get(f"{gathering.get_absolute_url()}bookings/").status_code == 200


def test_whatever_is_chosen_for_a_column_is_read_or_refused(keeper_at_the_door, gathering):
    at = f"{gathering.get_absolute_url()}bookings/imports/"
    sheet = keeper_at_the_door.post(at, {"file": listed("Badge", "Di")}).context["sheet"]

    chosen = Form(f"{at}columns/", {"sheet": sheet, "column_0": "name", "column_1": "email", "is_headless": ""})
    assert faults(keeper_at_the_door, chosen) == []

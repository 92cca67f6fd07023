"""One code is enough: it confirms the place, and signs in and joins whoever ticks that."""

import html
import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

NAN = {"name": "Nan Weir", "email": "nan@example.org"}
BOTH = {"stays": "on", "joins": "on"}


class Telephone:
    """A browser without scripts, in the hand of somebody whose presses are counted."""

    def __init__(self):
        self.client, self.presses, self.ticked = Client(), 0, {}
        self.page = self.client.get("/")

    def press(self):
        self.presses += 1
        return html.unescape(self.page.content.decode().split("<main")[1])

    def follows(self, words):
        links = re.findall(r'<a\s[^>]*href="([^"]+)"[^>]*>\s*([^<]+?)\s*</a>', self.press())
        self.page = self.client.get(next(where for where, called in links if called == words))

    def ticks(self, label):
        self.ticked |= {re.findall(rf'name="(\w+)"[^>]*>\s*<label[^>]*>{label}</label>', self.press())[0]: "on"}

    def sends(self, button, **typed):
        assert re.search(rf"<button[^>]*>\s*{button}\s*</button>", self.press())
        address = self.page.request["PATH_INFO"]
        self.page = self.client.post(address, typed | self.ticked, follow=True)


@pytest.fixture
def newest_code(now):
    def newest_code():
        chores.write_emails(now)
        return re.findall(r"^(\d{3} \d{3})$", Email.objects.newest_first()[0].text, re.MULTILINE)[0]

    return newest_code


def signed_in(browser):
    return browser.session.get("_auth_user_id")


def test_from_the_front_page_to_a_place_signed_in_and_joined_in_six_presses(room, newest_code):
    nan = Telephone()
    nan.follows(room.title)
    nan.follows("Keep me a place")
    nan.sends("Keep me a place", **NAN)
    nan.ticks("Stay signed in here")
    nan.ticks("Join us")
    nan.sends("This is me", code=newest_code())

    person = Person.objects.get(email="nan@example.org")
    assert (nan.presses, Booking.objects.get().state, person.joined_at is not None) == (6, State.COMING, True)
    assert (signed_in(nan.client), "You have a place." in nan.page.content.decode()) == (str(person.pk), True)


@pytest.mark.parametrize(
    ("ticked", "is_in", "joined"),
    [({}, False, False), ({"stays": "on"}, True, False), ({"joins": "on"}, False, True), (BOTH, True, True)],
)
def test_neither_is_assumed(pressed, ticked, is_in, joined):
    browser, at, code, _ = pressed(NAN)

    browser.post(at, {"code": code} | ticked)

    nan = Person.objects.get(email="nan@example.org")
    assert (signed_in(browser) is not None, nan.joined_at is not None) == (is_in, joined)


def test_a_member_is_signed_in_as_who_they_are(pressed, bo):
    browser, at, code, _ = pressed({"name": "B", "email": "bo@example.org"})

    browser.post(at, {"code": code, "stays": "on"})

    assert signed_in(browser) == str(bo.pk)


def test_a_code_signs_in_once(pressed, bo):
    browser, at, code, _ = pressed({"name": "B", "email": "bo@example.org"})
    browser.post(at, {"code": code})
    again = Client()

    answer = again.post(at, {"code": code, "stays": "on"})

    assert (answer.headers["Location"], signed_in(again)) == ("/sign-in/code/", None)


def test_nor_does_the_press_that_shares_it(pressed, bo, now):
    first, at, code, _ = pressed({"name": "B", "email": "bo@example.org"})
    second = Client()
    twin = second.post("/gatherings/spring/booking/", {"name": "B", "email": "bo@example.org"}).headers["Location"]
    chores.write_emails(now)
    first.post(at, {"code": code})

    answer = second.post(twin, {"code": code, "stays": "on"})

    assert (answer.headers["Location"], signed_in(second)) == ("/sign-in/code/", None)


@pytest.mark.parametrize(("minutes", "is_in", "then"), [(9, True, "/gatherings/"), (11, False, "/sign-in/code/")])
def test_an_older_code_confirms_the_place_and_another_signs_in(pressed, bo, minutes, is_in, then):
    browser, at, code, _ = pressed({"name": "B", "email": "bo@example.org"})

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False):
        answer = browser.post(at, {"code": code, "stays": "on"})

    assert (Booking.objects.get().state, answer.url[: len(then)]) == (State.COMING, then)
    assert signed_in(browser) == (str(bo.pk) if is_in else None)


def test_the_code_opens_the_page_of_whoever_has_the_address_now(pressed, bo, now):
    """Bo booked with it once, and goes by another address since: an old mailbox is no way to his page."""
    browser, at, code, _ = pressed({"name": "B", "email": "old@example.org"})
    Booking.objects.update(person=bo)

    browser.post(at, {"code": code, "stays": "on"})

    assert signed_in(browser) is None


@pytest.mark.parametrize(("email", "is_in"), [("nan@example.org", True), ("bo@example.org", False)])
def test_the_button_in_the_email_opens_no_page_of_somebody_who_was_here_before(ask, bo, now, email, is_in):
    booking, browser = ask(email.partition("@")[0].title()), Client()

    browser.post(f"{booking.get_absolute_url()}confirmation/", BOTH)

    assert (Booking.objects.get().state, signed_in(browser) is not None) == (State.COMING, is_in)


def test_whoever_is_signed_in_is_asked_neither(client, pressed, bo, ada):
    browser, at, code, _ = pressed(NAN)
    browser.force_login(ada)

    has_ticks = b"Stay signed in" in browser.get(at).content
    browser.post(at, {"code": code} | BOTH)

    assert (has_ticks, signed_in(browser)) == (False, str(ada.pk))


def test_a_link_that_was_passed_on_makes_nobody_a_member(ask, room):
    """Nan has a page since her first booking, and joined nothing."""
    ask("Nan")
    Booking.objects.update(person=Person.objects.create_person("Nan", "nan@example.org"))
    booking = Booking.objects.get()

    Client().post(f"{booking.get_absolute_url()}confirmation/", {"joins": "on"})

    assert Person.objects.get(email="nan@example.org").joined_at is None


def test_who_joins_is_led_to_the_place_they_have_already(client, room, ask, ada):
    client.force_login(ada)
    before = client.get("/join/welcome/").content.decode()
    place = ask("Ada")
    Booking.objects.update(person=ada)
    welcome = client.get("/join/welcome/").content.decode()

    assert ["Look at the next gathering" in page for page in (before, welcome)] == [True, False]
    assert f'href="{place.get_absolute_url()}"' in welcome


def test_a_code_that_is_too_old_to_sign_in_is_followed_by_one_that_makes_nobody_a_member(pressed, now):
    browser, at, code, _ = pressed(NAN)
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        answer = browser.post(at, {"code": code, "stays": "on"})
        again = re.findall(r"^(\d{3} \d{3})$", Email.objects.get(kind=Email.SIGN_IN).text, re.MULTILINE)[0]
        browser.post(answer.url, {"code": again})

    assert (answer.url, signed_in(browser) is not None) == ("/sign-in/code/", True)
    assert Person.objects.get(email=NAN["email"]).joined_at is None

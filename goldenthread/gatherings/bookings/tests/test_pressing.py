"""Strangers press the button of a page that they all share; whoever has a session still shows a token."""

import json
import re
from base64 import urlsafe_b64decode

import pytest
from django.test import Client

from goldenthread.gatherings.bookings.models import Booking

AT = "/gatherings/spring/booking/"
HERE, ELSEWHERE = {"Origin": "http://testserver"}, {"Origin": "https://elsewhere.example"}
TOLD = {"name": "Nan", "email": "nan@example.org", "needs": "No nuts, please.", "line": "I bring a <cake>."}


@pytest.fixture
def stranger(room):
    """Whose browser is really asked for tokens."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def member(stranger, bo):
    stranger.force_login(bo)
    return stranger


def token_on(page):
    return re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())


def tokens_for(browser):
    """Those of the form itself, behind the one of the button that signs out."""
    return token_on(browser.get(AT))


@pytest.mark.parametrize(
    "told_by_the_browser",
    [
        {},
        HERE,
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        # A browser that hides the address, and still says that it is ours.
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    ],
)
def test_a_stranger_presses_without_a_token(stranger, told_by_the_browser):
    answer = stranger.post(AT, TOLD, headers=told_by_the_browser)

    assert (answer.status_code, Booking.objects.get().email) == (302, "nan@example.org")


@pytest.mark.parametrize(
    "told_by_the_browser",
    [
        ELSEWHERE,
        {"Origin": "null"},
        {"Origin": "http://testserver:81"},
        {"Origin": "https://testserver"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site"} | HERE,
        {"Sec-Fetch-Site": "anything"},
    ],
)
def test_a_stranger_whose_press_came_from_another_site_is_told_so(stranger, told_by_the_browser):
    answer = stranger.post(AT, TOLD, headers=told_by_the_browser)

    page = answer.content.decode()
    assert (answer.status_code, Booking.objects.count(), list(answer.cookies)) == (403, 0, [])
    assert "You pressed a button on another site" in page
    assert f'href="{AT}"' in page


@pytest.mark.parametrize("cookies", [{"csrftoken": "x" * 32}, {"csrftoken": "?"}, {"django_language": "cy"}])
def test_cookies_that_are_no_session_make_nobody_of_a_stranger(stranger, cookies):
    stranger.cookies.load(cookies)
    page = stranger.get(AT)

    answer = stranger.post(AT, TOLD)

    assert (page.status_code, token_on(page), "sessionid" in page.cookies) == (200, [], False)
    assert (answer.status_code, Booking.objects.count()) == (302, 1)


def test_the_language_that_was_chosen_is_that_of_the_page_and_of_the_booking(stranger):
    stranger.cookies["django_language"] = "cy"

    page = stranger.get(AT).content.decode()
    stranger.post(AT, TOLD)

    assert '<html lang="cy">' in page
    assert Booking.objects.get().language == "cy"


def test_after_a_mistake_everything_typed_is_there_and_the_next_press_needs_no_token_either(stranger):
    page = stranger.post(AT, TOLD | {"email": "nan@"})

    typed = page.context["form"]
    assert {name: typed[name].value() for name in TOLD} == TOLD | {"email": "nan@"}
    assert (page.status_code, token_on(page), list(page.cookies)) == (422, [], [])
    assert "I bring a &lt;cake&gt;." in page.content.decode()
    assert stranger.post(AT, TOLD).status_code == 302


def test_with_a_session_the_page_has_its_token_and_the_press_needs_it(member):
    *_of_the_frame, token = tokens_for(member)

    refused = member.post(AT, {"line": "Hello"})
    taken = member.post(AT, {"line": "Hello", "csrfmiddlewaretoken": token})

    assert (refused.status_code, taken.status_code) == (403, 302)
    assert Booking.objects.get().line == "Hello"


def test_a_session_of_nobody_needs_a_token_too(stranger):
    stranger.cookies["sessionid"] = "ended-long-ago"

    refused = stranger.post(AT, TOLD)
    (token,) = tokens_for(stranger)
    taken = stranger.post(AT, TOLD | {"csrfmiddlewaretoken": token})

    assert (refused.status_code, taken.status_code) == (403, 302)


@pytest.mark.parametrize("told_by_the_browser", [ELSEWHERE, {"Sec-Fetch-Site": "cross-site"} | ELSEWHERE])
def test_with_a_session_a_press_from_another_site_is_refused_token_or_not(member, told_by_the_browser):
    *_of_the_frame, token = tokens_for(member)

    answers = [
        member.post(AT, TOLD | more, headers=told_by_the_browser) for more in ({}, {"csrfmiddlewaretoken": token})
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    # Nor is their form filled in for them by others.
    assert [b"No nuts" in answer.content for answer in answers] == [False, False]
    assert Booking.objects.count() == 0


@pytest.mark.parametrize("told_by_the_browser", [HERE, {"Sec-Fetch-Site": "same-origin"} | HERE])
def test_who_signed_in_in_another_tab_meanwhile_finds_what_they_typed(stranger, bo, told_by_the_browser):
    shared = stranger.get(AT)
    stranger.force_login(bo)

    again = stranger.post(AT, TOLD, headers=told_by_the_browser)
    page = again.content.decode()
    *_, token = token_on(again)
    taken = stranger.post(AT, TOLD | {"csrfmiddlewaretoken": token}, headers=told_by_the_browser)

    assert (token_on(shared), again.status_code, Booking.objects.count()) == ([], 403, 1)
    assert [words in page for words in ("No nuts, please.", "press the button once more")] == [True, True]
    assert (taken.status_code, Booking.objects.get().person) == (302, bo)


def test_who_signed_out_in_another_tab_meanwhile_is_asked_who_they_are(member):
    tokens = tokens_for(member)
    del member.cookies["sessionid"]

    page = member.post(AT, {"line": "Hello", "csrfmiddlewaretoken": tokens[-1]}, headers=HERE)

    assert (page.status_code, page.context["form"]["line"].value()) == (422, "Hello")


def test_the_address_after_a_press_gives_nothing_away(stranger):
    """What is only signed is read by anybody; the key opens the page of whoever has the address that was typed."""
    signed = stranger.post(AT, TOLD).headers["Location"].rstrip("/").rpartition("/")[2]

    parts = [part.encode() + b"=" * (-len(part) % 4) for part in signed.split(":")]
    read = signed.encode() + b"".join(urlsafe_b64decode(part) for part in parts)
    assert Booking.objects.get().key.encode() not in read
    assert Booking.objects.get().key.encode() not in urlsafe_b64decode(json.loads(urlsafe_b64decode(parts[0])))

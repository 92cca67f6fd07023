"""What every page tells a browser to refuse."""

import pytest

from tests.house.permissions import rows

TOLD = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
# Scripts, styles and pictures from here only; what is not named (objects, frames, workers) from nowhere.
POLICY = {
    "default-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
}


@pytest.mark.parametrize("role", ["stranger", "member", "keeper"])
def test_every_page_is_shut_off_from_elsewhere(role, client_of, things, in_a_house):
    in_a_house("sample")
    browser = client_of(role)

    told = {place: what_it_tells(browser.get(place)) for place in places(things)}

    assert {place: told for place, told in told.items() if told != (TOLD, POLICY)} == {}


def test_looking_around_gives_a_stranger_no_cookie(client_of, things, in_a_house):
    in_a_house("sample")

    given = {place: cookies_unasked(client_of("stranger").get(place)) for place in places(things)}

    assert {place: cookies for place, cookies in given.items() if cookies} == {}


def test_an_unheard_of_address_is_shut_off_too(client, home):
    assert what_it_tells(client.get("/unheard-of/")) == (TOLD, POLICY)


def places(things):
    return [row.address.format_map(things) for row in rows() if row.method == "GET" and row.house == "sample"]


def what_it_tells(answer):
    return {name: answer.get(name) for name in TOLD}, set(answer["Content-Security-Policy"].split("; "))


def cookies_unasked(answer):
    """A form for strangers needs its token; pages only to be read need nothing."""
    needed = {"csrftoken"} if b"csrfmiddlewaretoken" in answer.content else set()
    return set(answer.cookies) ^ needed

"""What every page tells a browser to refuse."""

import pytest

from tests.house.permissions import rows

PLACES = [row for row in rows() if row.method == "GET" and row.house == "sample"]
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
@pytest.mark.parametrize("row", PLACES, ids=lambda row: row.address)
def test_every_page_is_shut_off_from_elsewhere(row, role, client_of, things, in_a_house):
    in_a_house(row.house)

    answer = client_of(role).get(row.address.format_map(things))

    assert {name: answer.get(name) for name in TOLD} == TOLD
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY


@pytest.mark.parametrize("row", PLACES, ids=lambda row: row.address)
def test_looking_around_gives_a_stranger_no_cookie(row, client_of, things, in_a_house):
    in_a_house(row.house)

    answer = client_of("stranger").get(row.address.format_map(things))

    # A form for strangers needs its token; pages only to be read need nothing.
    expected = ["csrftoken"] if b"csrfmiddlewaretoken" in answer.content else []
    assert list(answer.cookies) == expected


def test_an_unheard_of_address_is_shut_off_too(client, home):
    answer = client.get("/unheard-of/")

    assert {name: answer.get(name) for name in TOLD} == TOLD
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY

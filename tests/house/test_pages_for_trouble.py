"""When something is broken, the page that says so must not need it."""

import pytest
from django.template.loader import render_to_string

BARE = ["400.html", "403_csrf.html", "403_from_elsewhere.html", "500.html", "503.html"]


@pytest.mark.parametrize("name", BARE)
def test_it_needs_neither_house_nor_person_nor_request(name):
    page = render_to_string(name)

    assert (page.count("<h1>"), page.count("</html>"), "thread.css" in page) == (1, 1, True)


@pytest.mark.parametrize("name", BARE)
def test_it_needs_no_addresses(name, settings):
    settings.ROOT_URLCONF = "goldenthread.nowhere"

    assert render_to_string(name).count('class="wordmark" href="/"') == 1


@pytest.mark.usefixtures("home")
def test_a_stranger_who_is_lost_finds_nothing_personal(client):
    page = client.get("/nothing-is-here/")

    assert (page.status_code, b"csrfmiddlewaretoken" in page.content, list(page.cookies)) == (404, False, [])

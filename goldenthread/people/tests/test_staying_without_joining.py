"""Somebody who came for one gathering may be signed in, and is a member only when they say so."""

import pytest

from goldenthread.people.models import Person


@pytest.fixture
def guest(client, home):
    guest = Person.objects.create_person("Nan", "nan@example.org")
    client.force_login(guest)
    return guest


def test_what_was_told_to_members_is_not_shown_to_them(client, guest):
    answer = client.get("/people/?q=nurse")

    assert answer.url == "/join/?next=/people/"


def test_they_join_with_one_press(client, guest):
    page = client.get("/join/?next=/people/").content.decode()
    before = Person.objects.get().joined_at
    answer = client.post("/join/", {"next": "/people/"})

    assert ("you haven’t joined yet" in page, before, answer.url) == (True, None, "/people/")
    assert Person.objects.get().joined_at is not None


@pytest.mark.parametrize("page", ["/", "/me/", "/thread/", "/gatherings/"])
def test_their_own_pages_are_theirs(client, guest, page):
    assert client.get(page).status_code in {200, 404}

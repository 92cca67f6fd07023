"""Somebody opens the page of one person after the other, quicker than anybody reads."""

import pytest

from goldenthread.journal.models import Entry
from goldenthread.people.gentle_pace import LOOKS
from goldenthread.people.models import Portrait
from goldenthread.people.telling import tell

AT_ONCE = 80


@pytest.fixture
def page(ada):
    tell(ada, known={}, portrait=Portrait(person=ada, region="wales"), is_to_be_found=True)
    return f"/people/{ada.portrait.token}/"


@pytest.fixture
def storm(client, bo, page, monkeypatch):
    # All within one minute, however slow the machine is.
    monkeypatch.setattr(LOOKS[0], "clock", lambda: 0.0)
    client.force_login(bo)
    return [client.get(page) for _ in range(AT_ONCE)]


def test_so_many_are_read_and_the_rest_is_asked_to_wait(storm):
    most = LOOKS[0].most

    assert [answer.status_code for answer in storm] == [200] * most + [429] * (AT_ONCE - most)
    assert (storm[-1]["Retry-After"], "A little slower, please" in storm[-1].content.decode()) == ("60", True)


def test_the_journal_says_so_in_one_line(storm, bo):
    [entry] = Entry.objects.all()

    assert (entry.by, entry.did) == (bo, "read very many pages of people")


def test_others_read_on(storm, client, cy, page):
    client.force_login(cy)

    assert client.get(page).status_code == 200


def test_pages_of_the_directory_count_as_well(storm, client):
    assert client.get("/people/?words=a").status_code == 429


def test_a_member_at_ease_is_never_asked_to_wait(client, bo, page):
    client.force_login(bo)

    assert {client.get(page).status_code for _ in range(30)} == {200}
    assert Entry.objects.count() == 0

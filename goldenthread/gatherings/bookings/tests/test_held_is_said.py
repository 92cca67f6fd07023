"""Whoever tells their sector knows before that places are held for some."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.opening import hold_places

AT = "/gatherings/spring/booking/"
BESIDE, ONLY = (
    "Some places are held for people from these sectors: Health.",
    "The places that are left are held for people",
)


@pytest.fixture
def held(room, ada, now):
    def held(places, days=1):
        hold_places(room, by=ada, now=now, sector="health", places=places, until=now.date() + timedelta(days=days))

    return held


def shown(client):
    page = client.get(AT).content.decode()
    return BESIDE in page, ONLY in page, "Every place is kept" in page


def test_it_stands_beside_the_sectors(client, held):
    held(1)

    assert shown(client) == (True, False, False)


def test_when_the_only_free_places_are_held_it_stands_before_everything(client, held, ask):
    held(3)

    page = client.get(AT).content.decode()
    assert (shown(client), page.index(ONLY) < page.index('name="email"')) == ((True, True, False), True)


def test_a_member_reads_it_too(client, held, bo):
    held(3)
    client.force_login(bo)

    assert shown(client)[:2] == (True, True)


@pytest.mark.parametrize("days", [-1])
def test_it_is_not_said_of_places_whose_day_is_over(client, held, days):
    held(3, days)

    assert shown(client) == (False, False, False)


def test_nor_when_all_of_them_are_taken(client, held, ask):
    held(3)
    [ask(name, sectors=["health"]) for name in ["Ann", "Ben", "Cat"]]

    assert shown(client) == (False, False, True)

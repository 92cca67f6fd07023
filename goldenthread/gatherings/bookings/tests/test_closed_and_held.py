"""A day that has passed, and more places than there are, are said rather than saved."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import HeldPlaces, Opening

AT = "/gatherings/spring/bookings/opening/"


@pytest.fixture
def hold(room, client, ada, now):
    """Type in held places, until so many days from now."""
    client.force_login(ada)

    def hold(places, days=1, sector="health"):
        until = (now + timedelta(days=days)).date().isoformat()
        return client.post(AT, {"sector": sector, "places": places, "until": until})

    return hold


def held():
    return dict(HeldPlaces.objects.values_list("sector", "places"))


def test_a_last_day_that_has_passed_is_said(client, room, ada, now):
    client.force_login(ada)
    before = "People can book." in client.get(AT).content.decode()
    Opening.objects.update(until=(now - timedelta(days=1)).date())
    page = client.get(AT).content.decode()

    assert (before, "People can book." in page, "nobody can book now" in page) == (True, False, True)


def test_places_are_not_held_until_a_day_that_has_passed(hold):
    refused = hold(1, days=-1)

    assert (refused.status_code, "That day has passed." in refused.content.decode(), held()) == (422, True, {})
    assert (hold(1, days=0).status_code, held()) == (302, {"health": 1})


def test_no_more_are_held_than_there_are(hold):
    """There are three places."""
    refused = hold(5)
    hold(2)
    beside = hold(2, sector="education")

    assert [answer.status_code for answer in (refused, beside)] == [422, 422]
    assert "You can hold 1 at most." in beside.content.decode()
    assert (hold(3).status_code, held()) == (302, {"health": 3})


def test_they_are_let_go_whatever_the_day(hold):
    hold(2)

    assert (hold(0, days=-1).status_code, held()) == (302, {})

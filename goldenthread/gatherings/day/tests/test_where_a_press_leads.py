"""Whoever pressed at the door goes on where the next press is; and a name is found as it is typed."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.models import Standing
from goldenthread.gatherings.day.tests.door_reader import parts

AT = "/gatherings/spring/day/arrivals/"


@pytest.fixture
def host(client, ada, now):
    client.force_login(ada)


@pytest.mark.parametrize("typed", ["eva", "ÉVA", "Sian ev", "siân", "o’brien", "obrien"])
def test_a_surname_or_a_first_name_is_found_however_it_is_accented(host, ask, today, typed, bos):
    for name in ("Siân Évans", "Eva Siân O'Brien"):
        Booking.objects.create(gathering=today, name=name, language="en-gb", state="coming")

    matching = parts(ask("arrivals/", query_params={"q": typed}))["coming"]

    assert "Bo Hazelmoor" not in matching
    assert matching != []


def test_after_a_press_one_stands_at_the_next_name(host, send, come):
    ann, ben, cat = come("Ann", "Ben", "Cat").values()

    at = [send("arrivals/", {"press": f"here {booking.pk}"}).url for booking in (ann, cat, ben)]

    assert at == [f"{AT}#b{ben.pk}", f"{AT}#b{ben.pk}", f"{AT}#q"]


def test_pressed_twice_one_stands_at_the_same_place(host, send, come):
    ann, ben = come("Ann", "Ben").values()

    at = [send("arrivals/", {"press": f"here {ann.pk}", "page_mark": "m"}).url for _ in range(2)]

    assert at == [f"{AT}#b{ben.pk}"] * 2


def test_who_was_looked_for_leads_to_where_the_next_is_typed(host, send, come):
    ann, _ben = come("Ann", "Ben").values()

    assert send("arrivals/", {"press": f"here {ann.pk}", "q": "ann"}).url == f"{AT}#q"


def test_after_a_slip_one_stands_at_the_same_name(host, send, come, press):
    ann, _ben = come("Ann", "Ben").values()
    press(ann, Standing.HERE)

    assert send("arrivals/", {"press": f"coming {ann.pk}"}).url == f"{AT}#b{ann.pk}"


def test_from_the_page_of_one_person_one_comes_back_to_the_next(host, send, come):
    ann, ben = come("Ann", "Ben").values()

    assert send(f"arrivals/{ann.pk}/", {"standing": "here"}).url == f"{AT}#b{ben.pk}"


def test_the_page_of_one_person_has_a_press_for_each_word(host, ask, bos, press):
    press(bos, Standing.HERE)

    offered = ask(f"arrivals/{bos.pk}/").context["buttons"]

    assert [button.standing for button in offered] == ["late", "left", "apologies", "absent", "coming"]

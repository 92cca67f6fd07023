"""Whoever might be the only one with lived experience at a table chooses beforehand: like anybody, with a supporter, or with a convenor."""

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.leaning import leanings_of
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Mix, TableWish

WISHES = "wishes/"


@pytest.fixture
def together(laid):
    """Who stays with whom, as the mixer would hear it now: sets of keys."""

    def now():
        return set(leanings_of(mixer_input_of(Mix(arrangement=laid))).beside)

    return now


@pytest.fixture
def convenor(spring, ada):
    return Booking.objects.create(gathering=spring, person=ada, name="Ada", language="en-gb", state=State.COMING)


def wish(booking):
    TableWish.objects.create(booking=booking, with_convenor=True)


def pair(*bookings):
    return frozenset(str(booking.pk) for booking in bookings)


def test_whoever_asks_for_it_sits_with_a_convenor(together, guests, convenor, mix_now, at_table):
    wish(guests["Ann"])

    assert together() == {pair(guests["Ann"], convenor)}
    assert all(any({"Ann", "Ada"} <= people for people in tables.values()) for tables in at_table(mix_now()).values())


def test_where_no_convenor_sits_they_sit_like_anybody(together, guests, mix_now):
    wish(guests["Ann"])

    assert (together(), mix_now().is_done) == (set(), True)


def test_a_table_has_room_for_others_too(together, guests, convenor):
    for name in ("Ann", "Ben", "Cat"):
        wish(guests[name])

    assert together() == {pair(guests["Ann"], convenor), pair(guests["Ben"], convenor)}


def test_a_convenor_who_asks_for_one_is_not_asked_twice(together, convenor):
    wish(convenor)

    assert together() == set()


def test_one_person_with_lived_experience_is_no_wall(guests, mix_now):
    Booking.objects.filter(pk=guests["Ann"].pk).update(sectors=["lived_experience"])

    assert mix_now().is_done


def test_the_choice_is_kept_and_shown_again(client, guests):
    address = guests["Ann"].get_absolute_url() + WISHES

    client.post(address, {"with_convenor": "on"})

    assert TableWish.objects.get().with_convenor is True
    assert client.get(address).context["form"].initial["with_convenor"] is True


def test_the_choice_is_put_to_everybody_alike(client, guests):
    # Whether nobody else has lived experience is not told: it would say something about the others.
    Booking.objects.filter(pk=guests["Ann"].pk).update(sectors=["lived_experience"])
    fields = [
        client.get(guests[name].get_absolute_url() + WISHES).context["form"].fields["with_convenor"]
        for name in ("Ann", "Ben")
    ]

    assert fields[0].help_text == fields[1].help_text
    assert "tick this, or name somebody who supports you below" in fields[0].help_text

"""A tick that shows one's name: whose it is, and with what it goes."""

from datetime import UTC, datetime

import pytest
import time_machine

from goldenthread.gatherings.bookings.answering import confirm, say_yes_for
from goldenthread.gatherings.bookings.erasing import erase
from goldenthread.gatherings.bookings.giving_up import Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Showing, State
from goldenthread.gatherings.bookings.putting_back import put_back
from goldenthread.gatherings.bookings.showing_names import names_shown, show
from goldenthread.gatherings.bookings.withdrawing import stay_after_all, withdraw
from goldenthread.people.leaving import leave
from goldenthread.people.merging_people import merge_people

NEXT_DAY = datetime(2027, 4, 21, 9, tzinfo=UTC)


def test_nobody_shows_the_name_of_who_was_only_put_down(client, room, nan, ada, now, names_to):
    client.post(f"{nan.get_absolute_url()}showing/", {"shows_name": "on"})
    say_yes_for(nan, now=now, by=ada)
    client.post(f"{nan.get_absolute_url()}showing/", {"shows_name": "on"})
    by_word_of_mouth = client.get(f"{nan.get_absolute_url()}who-is-coming/").status_code
    mine = confirm(Booking.objects.get(pk=nan.pk), now)
    before = names_to(room)
    client.post(f"{nan.get_absolute_url()}showing/", {"shows_name": "on"})

    assert (by_word_of_mouth, before, names_to(room)) == (302, [], ["Nan"])
    assert mine.state == State.COMING


def test_giving_the_place_up_hides_the_name_at_once_and_taking_it_back_shows_it(coming, room, now, names_to):
    withdraw(coming["Ann"], State.CANCELLED, now=now)
    while_leaving = names_to(room)
    stay_after_all(coming["Ann"], now=now)

    assert (while_leaving, names_to(room)) == (["Ben", "Cat"], ["Ann", "Ben", "Cat"])


def test_who_is_put_back_has_to_tick_it_again(coming, room, ada, now, names_to):
    give_up(coming["Ann"], State.CANCELLED, now=now, by=None)
    back = put_back(coming["Ann"], now=now, by=ada)

    assert (back.state, names_to(room)) == (State.COMING, ["Ben", "Cat"])


def test_a_friend_who_gets_the_place_is_not_shown_by_it(coming, room, now, names_to):
    give_to(coming["Ann"], Friend("Flo", "flo@example.org"), now=now)
    confirm(Booking.objects.get(name="Flo"), now)

    assert names_to(room) == ["Ben", "Cat"]


def test_an_address_that_a_convenor_gives_shows_nobody(coming, room, correct, names_to):
    Booking.objects.filter(pk=coming["Ann"].pk).update(person=None, email="")

    correct(coming["Ann"], email="other@example.org")

    assert (Booking.objects.get(pk=coming["Ann"].pk).email, names_to(room)) == ("other@example.org", ["Ben", "Cat"])


@pytest.mark.parametrize("go", [lambda booking: leave(booking.person), erase])
def test_who_leaves_or_is_forgotten_goes_from_it(coming, room, go, names_to):
    go(coming["Ann"])

    assert names_to(room) == ["Ben", "Cat"]


def test_of_two_pages_that_become_one_the_tick_of_the_place_that_stays_counts(coming, room, names_to):
    unticked, ticked = coming["Ann"], coming["Ben"]
    show(unticked, shows=False)

    merge_people(unticked.person, ticked.person)

    assert names_to(room) == ["Cat"]
    assert Showing.objects.count() == 1


def test_beside_the_sector_it_says_that_the_tick_shows_it(client, coming, ask):
    form = client.get(f"{coming['Ann'].get_absolute_url()}told/").context["form"]

    assert "If you tick below, it’s shown beside your name" in str(form["sectors"].who_sees)
    assert "Nobody sees it" not in str(form["sectors"].who_sees)


def test_the_page_says_whether_others_can_read_it_now(client, coming, now):
    page_of_it = coming["Ann"].get_absolute_url()
    shown = client.get(page_of_it).content.decode()
    withdraw(coming["Ann"], State.CANCELLED, now=now)
    leaving = client.get(page_of_it).content.decode()
    with time_machine.travel(NEXT_DAY, tick=False):
        over = client.get(coming["Ben"].get_absolute_url()).content.decode()

    assert ["They can read your name" in page for page in (shown, leaving, over)] == [True, False, False]
    assert ['name="shows_name"' in page for page in (shown, leaving, over)] == [True, False, False]
    assert "because you’re giving up your place" in leaving
    assert "The list is closed" in over


def test_a_role_that_a_list_brought_is_never_shown_and_the_tick_says_what_is(client, coming, room):
    Booking.objects.filter(pk=coming["Ann"].pk).update(role="Service user")
    show(coming["Ann"], shows=False)
    page = client.get(coming["Ann"].get_absolute_url()).content.decode()
    show(coming["Ann"], shows=True)

    assert "If you tick it, they read: <bdi>Ann</bdi>. Education" in " ".join(page.split())
    assert [shown.brings for shown in names_shown(room, to=None)] == ["Education"] * 3


@pytest.mark.parametrize("sector", ["education", "health"])
def test_what_a_convenor_writes_is_shown_only_when_ticked_again(coming, room, correct, names_to, sector):
    """Whichever it is: the list would tell the convenor which one it was before."""
    correct(coming["Ann"], line="On the train.")
    untouched = names_to(room)
    correct(coming["Ben"], sectors=[sector])

    assert (untouched, names_to(room)) == (["Ann", "Ben", "Cat"], ["Ann", "Cat"])

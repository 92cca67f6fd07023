"""Sector, needs and line are asked once: seen on the page of the booking and corrected there, and found from my page."""

from datetime import UTC, datetime

import pytest
import time_machine

from goldenthread.gatherings.bookings.answering import NotLive, confirm, say_yes_for
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.correcting import correct
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import hold_places
from goldenthread.people.models import Portrait

AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)
TOLD = {"sectors": ["health"], "needs": "No nuts.", "line": "I run a kitchen.", "supporter": "Sam"}


@pytest.fixture
def ann(ask, now):
    return confirm(ask("Ann", sectors=["education"], needs="No stairs.", line="Hello"), now)


@pytest.fixture
def at(ann):
    return f"{ann.get_absolute_url()}told/"


def test_what_was_told_is_seen_on_the_page_of_the_booking(client, ann):
    page = client.get(ann.get_absolute_url()).content.decode()

    section = page.split('id="told"')[1].split("</section>")[0]
    assert [words in section for words in ("No stairs.", "Hello", "Education", "Change what you told us")] == [True] * 4


def test_it_is_corrected_there_and_what_is_left_empty_is_forgotten(client, ann, at):
    form = client.get(at).context["form"]

    client.post(at, TOLD | {"line": ""})

    now_told = Booking.objects.get()
    assert (form["needs"].value(), form["sectors"].value()) == ("No stairs.", ["education"])
    assert (now_told.sectors, now_told.needs, now_told.line) == (["health"], "No nuts.", "")
    assert (now_told.supporter, now_told.seats, now_told.name) == ("Sam", 2, "Ann")


def test_a_name_that_was_mistyped_is_put_right_there(client, ann, at):
    shown = client.get(at).context["form"]["name"].value()

    client.post(at, TOLD | {"name": "Anne Weir"})

    now_told = Booking.objects.get()
    assert (shown, now_told.name, now_told.known_as) == ("Ann", "Anne Weir", "Anne Weir")


def test_whose_yes_a_convenor_typed_corrects_nothing_before_they_say_that_it_is_them(client, nan, ada, now):
    say_yes_for(nan, now=now, by=ada)
    at = nan.get_absolute_url()

    client.post(f"{at}told/", {"name": "Nan Weir"})
    before = Booking.objects.get(pk=nan.pk).name
    client.post(f"{at}confirmation/")
    client.post(f"{at}told/", {"name": "Nan Weir"})

    assert (before, Booking.objects.get(pk=nan.pk).name) == ("Nan", "Nan Weir")


def test_who_has_joined_is_called_as_their_own_page_says(client, ann, at):
    ann.person.join()
    form = client.get(at).context["form"]

    client.post(at, TOLD | {"name": "Somebody else"})

    assert ("name" in form.fields, Booking.objects.get().known_as) == (False, "Ann")


def test_a_second_seat_only_where_there_is_one(client, everybody):
    page = client.post(f"{everybody['Ann'].get_absolute_url()}told/", TOLD, follow=True).content.decode()

    ann = Booking.objects.get(name="Ann")
    assert (ann.seats, ann.supporter, ann.needs, "no free seat yet" in page) == (1, "", "No nuts.", True)


def test_a_second_seat_that_nobody_needs_goes_to_who_waits(room, ask, now):
    ann = confirm(ask("Ann", has_supporter=True), now)
    ask("Ben")
    cat = ask("Cat")

    correct(ann, PlaceRequest("Ann"), now=now)

    assert (cat.state, Booking.objects.get(pk=cat.pk).state) == (State.WAITING, State.OFFERED)


def test_who_waits_and_tells_their_sector_has_the_place_that_is_held_for_it(room, ada, ask, now):
    hold_places(room, by=ada, now=now, sector="health", places=3, until=now.date())
    ann = confirm(ask("Ann"), now)

    correct(ann, PlaceRequest("Ann", sectors=["health"]), now=now)

    assert Booking.objects.get().state == State.OFFERED


def test_before_it_is_known_to_be_them_and_after_the_day_nothing_is_corrected(client, ask, ann, now, at):
    unknown = ask("Ben")

    with time_machine.travel(AFTER, tick=False):
        over = client.post(at, TOLD)
    early = client.post(f"{unknown.get_absolute_url()}told/", TOLD)

    assert (over.url, early.url) == (ann.get_absolute_url(), unknown.get_absolute_url())
    assert set(Booking.objects.values_list("needs", flat=True)) == {"No stairs.", ""}
    with pytest.raises(NotLive):
        correct(ann, PlaceRequest("Ann"), now=AFTER)


def test_my_page_leads_there(client, room, bo, now):
    booking = keep_a_place(room, PlaceRequest("Bo", bo.email), now=now, person=bo)
    client.force_login(bo)

    assert f'href="{booking.get_absolute_url()}"' in client.get("/me/").content.decode()
    with time_machine.travel(AFTER, tick=False):
        client.force_login(bo)
        assert f'href="{booking.get_absolute_url()}"' not in client.get("/me/").content.decode()


def test_what_i_need_is_not_asked_a_second_time(client, room, bo):
    Portrait.objects.create(person=bo, access_needs="A quiet corner.")
    client.force_login(bo)

    assert client.get("/gatherings/spring/booking/").context["form"]["needs"].value() == "A quiet corner."

"""What somebody who comes sees: their own tables, once they are announced, and who sits there."""

from datetime import datetime

import pytest
import time_machine
from django.test import Client

from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, Opening, State
from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.kit import clock
from goldenthread.people.models import Person

PAGE = "/gatherings/spring/"


@pytest.fixture
def ann(guests):
    """Her browser: she has joined."""
    person = guests["Ann"].person
    person.join()
    browser = Client()
    browser.force_login(person)
    return browser


@pytest.fixture
def announced(version, ada):
    announce(version, by=ada)
    return version


def neighbours(booking):
    return [[neighbour.name for neighbour in sitting.neighbours] for sitting in my_tables(booking)]


def test_nothing_is_seen_before_it_is_announced(ann, version, guests):
    page = ann.get(PAGE).content.decode()

    assert "You don’t have a table yet: the convenors are still making the tables." in page
    assert "Ben Weir" not in page
    assert my_tables(guests["Ann"]) == []


def test_my_tables_stand_on_the_page_of_the_gathering(ann, announced, guests):
    page = ann.get(PAGE).content.decode()

    names = {name for sitting in neighbours(guests["Ann"]) for name in sitting}
    assert {name for name in guests if f"<bdi>{name}</bdi>" in page} == names
    assert 6 <= len(names) < 11


def test_a_member_sees_names_as_members_chose_them(announced, guests):
    beside = neighbours(guests["Ann"])[0][0]
    guests[beside].person.join()
    Person.objects.filter(pk=guests[beside].person_id).update(chosen_name="Benny Moon", pronouns="he/him")
    guests["Ann"].person.join()
    names = {(neighbour.name, neighbour.pronouns) for neighbour in my_tables(guests["Ann"])[0].neighbours}

    assert ("Benny Moon", "he/him") in names


def test_a_member_knows_only_the_first_name_of_whoever_never_joined(ann, announced, guests):
    page = ann.get(f"{guests['Ann'].get_absolute_url()}tables/").content.decode()

    assert [name for sitting in neighbours(guests["Ann"]) for name in sitting if " " in name] == []
    assert [name for name in guests if name != "Ann" and f"{name} Weir" in page] == []


def test_somebody_who_has_not_joined_knows_first_names(announced, guests):
    assert all(" " not in name for sitting in neighbours(guests["Ann"]) for name in sitting)


def test_the_email_leads_to_my_tables(client, announced, guests):
    booking = guests["Ann"]
    place = client.get(booking.get_absolute_url()).content.decode()
    answer = client.get(f"{booking.get_absolute_url()}tables/")

    assert f"{booking.get_absolute_url()}tables/" in place
    assert answer.status_code == 200
    assert [name for name in neighbours(booking)[0] if name not in answer.content.decode()] == []


@pytest.mark.parametrize("state", [State.KEPT, State.CANCELLED, State.WAITING])
def test_whoever_typed_an_address_reads_no_names(client, announced, guests, state):
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=state)

    assert client.get(f"{guests['Ann'].get_absolute_url()}tables/").status_code == 404


def test_whoever_wrote_off_is_not_named_any_more(announced, guests):
    Opening.objects.create(gathering=guests["Ann"].gathering)
    other = neighbours(guests["Ann"])[0][0]
    give_up(guests[other.split()[0]], State.CANCELLED, now=clock.now(), by=None)

    assert other not in neighbours(guests["Ann"])[0]


def test_somebody_without_a_place_sees_no_tables(client, announced, bo):
    client.force_login(bo)
    page = client.get(PAGE).content.decode()

    assert "Where you sit" not in page
    assert "Ann" not in page


def test_a_host_is_called_the_host(mix_now, laid, guests, ada):
    laid.tables.filter(number=1).update(host=guests["Kay"])
    announce(mix_now(), by=ada)

    hosts = [
        neighbour.name
        for name in guests
        for sitting in my_tables(guests[name])
        for neighbour in sitting.neighbours
        if neighbour.is_host
    ]
    assert set(hosts) == {"Kay"}


def test_a_round_that_i_sit_out_has_no_table(mix_now, guests, ada):
    TableWish.objects.create(booking=guests["Ann"], sits_out=[2])
    announce(mix_now(), by=ada)

    assert [sitting.table is None for sitting in my_tables(guests["Ann"])] == [False, True, False]


def test_wishes_are_written_and_taken_back(ann, laid, guests):
    wished = {"sits_out": ["1", "3"], "features": ["quiet"], "stays_put": "on", "beside": "Ben", "apart": "Cat\nDot"}
    first = ann.post(f"{PAGE}tables/wishes/", wished)
    kept = TableWish.objects.get(booking=guests["Ann"])
    shown = ann.get(f"{PAGE}tables/wishes/").content.decode()
    ann.post(f"{PAGE}tables/wishes/", {})

    assert first.status_code == 302
    assert (kept.sits_out, kept.features, kept.stays_put, kept.beside) == ([1, 3], "quiet", True, "Ben")
    assert kept.apart.split() == ["Cat", "Dot"]
    assert "Cat" in shown
    assert TableWish.objects.count() == 0


def test_wishes_can_be_written_by_email(client, laid, guests):
    client.post(f"{guests['Ann'].get_absolute_url()}wishes/", {"apart": "Cat"})

    assert TableWish.objects.get().apart == "Cat"


def test_a_wish_that_is_too_long_is_given_back(ann, laid):
    answer = ann.post(f"{PAGE}tables/wishes/", {"apart": "Cat " * 600})

    assert answer.status_code == 422
    assert "Cat Cat" in answer.content.decode()


def test_whoever_is_named_comes_or_not_one_does_not_learn(ann, laid):
    answers = [ann.post(f"{PAGE}tables/wishes/", {"apart": name}, follow=True) for name in ("Ben Weir", "Zed Moon")]

    messages = [[str(message) for message in answer.context["messages"]] for answer in answers]
    assert messages[0] == messages[1]


def test_without_a_place_there_is_nothing_to_wish(client, laid, bo):
    client.force_login(bo)

    assert client.get(f"{PAGE}tables/wishes/").status_code == 404


def test_after_the_day_there_is_nothing_to_wish(laid, guests, client):
    with time_machine.travel(datetime.fromisoformat("2027-04-22T09:00+00:00"), tick=False):
        answer = client.get(f"{guests['Ann'].get_absolute_url()}wishes/")

    assert answer.status_code == 404


def test_wishes_are_offered_where_there_are_tables_to_choose_from(client, laid, guests):
    place = guests["Ann"].get_absolute_url()
    several = client.get(place).content.decode()
    laid.tables.filter(number__gt=1).update(is_closed=True)
    single = client.get(place).content.decode()
    laid.delete()
    none = client.get(place).content.decode()

    assert [f"{place}wishes/" in page for page in (several, single, none)] == [True, False, False]


def test_from_my_wishes_there_is_a_way_back_to_my_place(ann, guests):
    assert f'href="{guests["Ann"].get_absolute_url()}"' in ann.get("/gatherings/spring/tables/wishes/").content.decode()

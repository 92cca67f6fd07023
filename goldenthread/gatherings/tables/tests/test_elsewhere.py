"""Whoever would rather not sit where they were told changes their seat themselves, and nobody learns why."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.changed_tables import changed_tables
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.gatherings.tables.remaking import remake
from goldenthread.journal.models import Entry
from goldenthread.kit import clock

AT = "/gatherings/spring/tables/wishes/"
MOVED = "You have another seat. Nobody is told why."
OUT = "You’re sitting this round out. Nobody is told why."
FULL = "There’s no other seat for you in this round. Please ask a host, or sit it out."


@pytest.fixture
def announced_mix(version, guests, ada):
    """Ann and Ben sit at the first table in the first round."""
    table = version.arrangement.tables.get(number=1)
    version.seats.filter(round__number=1, booking__in=[guests["Ann"], guests["Ben"]]).update(table=table)
    announce(version, by=ada)
    return version


def announced(gathering):
    version = told_to(gathering)
    assert version is not None
    return version


@pytest.fixture
def browser_of(guests):
    def signed_in(name):
        person = guests[name].person
        person.join()
        browser = Client()
        browser.force_login(person)
        return browser

    return signed_in


@pytest.fixture
def press(browser_of):
    def pressed(name, what="elsewhere", number=1):
        answer = browser_of(name).post(f"{AT}another-seat/{number}/", {what: ""}, follow=True)
        return [str(message) for message in answer.context["messages"]]

    return pressed


@pytest.fixture
def table_of(spring, guests):
    def table(name, number=1):
        seat = announced(spring).seats.filter(booking=guests[name], round__number=number).first()
        return seat and seat.table.number

    return table


def test_one_press_seats_me_somewhere_else(announced_mix, press, table_of, spring, guests):
    response = press("Ann")
    now = announced(spring)

    assert response == [MOVED]
    assert (table_of("Ann") in {2, 3}, table_of("Ben")) == (True, 1)
    assert (now.number, now.seats.count()) == (2, 36)
    assert set(Entry.objects.filter(by=guests["Ann"].person).values_list("did", "why")) == {
        ("joined", ""),
        ("changed their own seat", ""),
    }


def test_to_whoever_pressed_nothing_is_told_as_if_it_were_news(announced_mix, press, guests):
    press("Ann")

    assert changed_tables(guests["Ann"], clock.now()) == []


@pytest.mark.parametrize("what", ["elsewhere", "out"])
def test_convenors_read_that_somebody_changed_seats_and_never_who(announced_mix, press, browser, spring, what):
    press("Ann", what)
    now = announced(spring)
    versions = browser.get("/gatherings/spring/tables/").content.decode()

    assert (now.is_own_change, now.by, now.announcements.get().by) == (True, None, None)
    assert ("somebody changed seats" in versions, "Ann Weir" in versions) == (True, False)


def test_once_in_a_round_so_that_nobody_looks_for_somebody(announced_mix, press):
    assert [press("Ann"), press("Ann")] == [[MOVED], [FULL]]


def test_where_all_is_full_i_can_still_sit_out(announced_mix, press, table_of, guests, ada):
    announced_mix.arrangement.tables.update(least=1, most=1)
    full, out = press("Ann"), press("Ann", "out")
    announced_mix.arrangement.tables.update(most=8)
    remade = remake(announced_mix.arrangement, 1, by=ada)

    assert (full, out) == ([FULL], [OUT])
    assert (table_of("Ann"), table_of("Ann", 2) is None) == (None, False)
    assert TableWish.objects.get(booking=guests["Ann"]).sits_out == [1]
    assert remade.seats.filter(booking=guests["Ann"], round__number=1).count() == 0


def test_in_a_home_group_i_change_for_all_its_rounds(announced_mix, press, table_of):
    announced_mix.arrangement.rounds.update(is_home=True)
    announced_mix.arrangement.tables.update(most=8)
    press("Ann")
    there = {table_of("Ann", number) for number in (1, 2, 3)}
    press("Ann", "out", 2)

    assert (len(there), there & {1}) == (1, set())
    assert [table_of("Ann", number) for number in (1, 2, 3)] == [None, None, None]


def test_the_answer_is_the_same_whatever_others_wished(announced_mix, guests, press):
    for name in guests:
        TableWish.objects.create(booking=guests[name], apart="Ben")

    assert press("Ben") == [MOVED]


def test_a_host_stays_at_their_table(announced_mix, press, guests):
    announced_mix.arrangement.tables.filter(number=1).update(host=guests["Ann"])

    assert press("Ann") == [FULL]


@pytest.mark.parametrize("what", ["elsewhere", "out"])
def test_a_round_that_has_begun_stays(announced_mix, press, what):
    announced_mix.arrangement.rounds.filter(number=1).update(starts_at=clock.now() - timedelta(minutes=1))

    assert press("Ann", what) == ["This round has begun. Please ask a host."]


def test_it_works_from_my_email(client, announced_mix, guests, table_of):
    page = client.get(f"{guests['Ann'].get_absolute_url()}wishes/").content.decode()
    answer = client.post(f"{guests['Ann'].get_absolute_url()}wishes/another-seat/1/", {"elsewhere": ""})

    assert f"{guests['Ann'].get_absolute_url()}wishes/another-seat/1/" in page
    assert answer["Location"] == f"{guests['Ann'].get_absolute_url()}wishes/"
    assert table_of("Ann") != 1


def test_whoever_typed_an_address_changes_nothing(client, announced_mix, guests, table_of):
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=State.KEPT)
    answer = client.post(f"{guests['Ann'].get_absolute_url()}wishes/another-seat/1/")

    assert (answer.status_code, table_of("Ann")) == (404, 1)


def test_before_it_is_announced_there_is_no_seat_to_change(version, browser_of):
    answer = browser_of("Ann").post(f"{AT}another-seat/1/")

    assert answer.status_code == 404


def test_without_a_place_there_is_none_either(announced_mix, client, bo):
    client.force_login(bo)

    assert client.post(f"{AT}another-seat/1/").status_code == 404

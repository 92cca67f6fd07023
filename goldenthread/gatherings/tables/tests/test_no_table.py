"""“You don’t have a table yet” and “You asked to sit this round out” are two sentences, each with what happens next."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.chores import seat_newcomers
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.tables.models import Seat, TableWish
from goldenthread.kit import clock

AT = "/gatherings/spring/tables/wishes/"
OUT = "You asked to sit this round out."
FULL = "You don’t have a table yet: they’re all full in this round. The convenors will make room for you; on the day, ask a host."
SOON = "You don’t have a table yet: we’re finding you one. Look again in a minute, or ask a host."


@pytest.fixture
def ann(guests, client):
    """Her browser: she has joined."""
    guests["Ann"].person.join()
    client.force_login(guests["Ann"].person)
    return client


def why(booking):
    return [sitting.why for sitting in my_tables(booking)]


def test_who_finds_no_room_reads_who_makes_it(announced_mix, come_late):
    announced_mix.arrangement.tables.update(most=4)
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())

    assert why(zoe) == [FULL] * 3


def test_the_convenors_read_who_has_no_table(announced_mix, come_late, browser):
    announced_mix.arrangement.tables.update(most=4)
    come_late("Zoe")
    seat_newcomers(clock.now())
    page = " ".join(browser.get("/gatherings/spring/tables/").content.decode().split())

    assert "1 person has no table yet" in page
    assert "<bdi>Zoe Weir</bdi>" in page
    assert "no free seat for them" in page


def test_while_there_are_free_seats_the_convenors_read_so(announced_mix, come_late, browser):
    come_late("Zoe")
    page = browser.get("/gatherings/spring/tables/").content.decode()

    assert ("There are free seats, so they get one" in page, "no free seat for them" in page) == (True, False)


def test_who_is_on_the_waiting_list_reads_so(announced_mix, come_late):
    zoe = come_late("Zoe", state=State.WAITING)

    assert (
        why(zoe)
        == ["You’re on the waiting list. If you come and there’s room, a host will find you a table: please ask."] * 3
    )


def test_before_the_worker_has_looked_they_read_that_it_will(announced_mix, come_late):
    assert why(come_late("Zoe")) == [SOON] * 3


def test_who_sat_out_takes_part_after_all(announced_mix, guests, spring, ann):
    ann.post(f"{AT}another-seat/2/", {"out": ""})
    sat_out, page = why(guests["Ann"]), ann.get(AT).content.decode()
    answer = ann.post(f"{AT}another-seat/2/", {"in": ""}, follow=True)
    seat = Seat.objects.get(mix=told_to(spring), booking=guests["Ann"], round__number=2)

    assert (sat_out, why(guests["Ann"])) == (["", OUT, ""], ["", "", ""])
    assert "I’ll take part after all" in page
    assert "You’re taking part again, and you have a seat." in answer.content.decode()
    # Kept from then on, so that nobody goes out and in to look for somebody; and nothing is left of the wish.
    assert (seat.is_locked, TableWish.objects.count()) == (True, 0)


def test_where_all_is_full_who_comes_back_reads_what_happens_next(announced_mix, guests, come_late, ann):
    announced_mix.arrangement.tables.update(most=4)
    ann.post(f"{AT}another-seat/2/", {"out": ""})
    come_late("Zoe")
    seat_newcomers(clock.now())
    answer = ann.post(f"{AT}another-seat/2/", {"in": ""}, follow=True)

    assert "You’re taking part again. Below it says when you’ll get a seat." in answer.content.decode()
    assert why(guests["Ann"]) == ["", FULL, ""]
    assert FULL in answer.content.decode()


def test_a_round_that_has_begun_is_not_joined(announced_mix, guests, client, laid):
    laid.rounds.filter(number=1).update(starts_at=clock.now() - timedelta(minutes=5))
    TableWish.objects.create(booking=guests["Ann"], sits_out=[1])
    answer = client.post(f"{guests['Ann'].get_absolute_url()}wishes/another-seat/1/", {"in": ""}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["This round has begun. Please ask a host."]

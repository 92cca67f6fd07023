"""Who comes after the tables were announced sits at them, too, and nobody moves for it; or reads why not, and what happens next."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.turns import call_off
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.chores import seat_newcomers
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.tables.models import Mix, Seat, TableWish
from goldenthread.journal.models import Entry
from goldenthread.kit import clock
from goldenthread.people.models import Person

OUT = "You asked to sit this round out."
FULL = "You don’t have a table yet: they’re all full in this round. The convenors will make room for you; on the day, ask a host."
SOON = "You don’t have a table yet: we’re finding you one. Look again in a minute, or ask a host."
WHEN_HERE = "You don’t have a table yet: you’ll get one once you’re here. Press “I am here”, or say hello to a host."


@pytest.fixture
def announced_mix(version, ada):
    announce(version, by=ada)
    return version


@pytest.fixture
def come_late(spring):
    def late(name, **more):
        person = Person.objects.create_person(f"{name} Weir", f"{name}.late@example.org".lower())
        return Booking.objects.create(
            gathering=spring,
            person=person,
            name=person.name,
            email=person.email or "",
            language="en-gb",
            **{"state": State.COMING} | more,
        )

    return late


@pytest.fixture
def tables_of(spring):
    """The numbers of somebody's tables, round by round."""

    def tables(booking):
        seats = Seat.objects.filter(mix=told_to(spring), booking=booking).order_by("round__number")
        return list(seats.values_list("table__number", flat=True))

    return tables


def why(booking):
    return [sitting.why for sitting in my_tables(booking)]


def test_who_books_after_the_announcement_gets_a_seat_in_every_round_and_nobody_moves(
    announced_mix, come_late, tables_of
):
    before = set(announced_mix.seats.values_list("round", "booking", "table"))
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())
    seat_newcomers(clock.now())
    after = set(announced_mix.seats.values_list("round", "booking", "table"))

    assert len(tables_of(zoe)) == 3
    assert {booking for _round, booking, _table in after - before} == {zoe.pk}
    assert before < after
    assert Entry.objects.filter(did="seated somebody who came later", by=None).count() == 1


def test_they_meet_as_few_as_can_be_twice(announced_mix, come_late):
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())
    faces = [name for sitting in my_tables(zoe) for name in sitting.neighbours]

    # Twelve others at three tables of four: each round brings four, all of them new where the mix allows it.
    assert len(faces) == 12
    assert len(set(faces)) >= 9


def test_tables_grow_evenly_and_never_beyond_their_seats(announced_mix, come_late, tables_of):
    late = [come_late(name) for name in ("Zoe", "Yan", "Xia", "Wyn")]
    seat_newcomers(clock.now())

    assert [len(tables_of(booking)) for booking in late] == [3, 3, 3, 0]
    assert [sorted(tables_of(booking)[number] for booking in late[:3]) for number in range(3)] == [[1, 2, 3]] * 3


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


def test_before_the_worker_has_looked_they_read_that_it_will(announced_mix, come_late):
    assert why(come_late("Zoe")) == [SOON] * 3


def test_a_chair_that_falls_free_is_taken(announced_mix, come_late, guests, tables_of):
    announced_mix.arrangement.tables.update(most=4)
    zoe, anns = come_late("Zoe"), tables_of(guests["Ann"])
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=State.CANCELLED)
    seat_newcomers(clock.now())
    zoes = tables_of(zoe)
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=State.COMING)
    seat_newcomers(clock.now())

    # Who comes back finds their chair taken, and no table is too full.
    assert (zoes, tables_of(guests["Ann"])) == (anns, [])


def test_an_address_that_nobody_confirmed_has_no_name_at_a_table(announced_mix, come_late, tables_of):
    zoe = come_late("Zoe", state=State.KEPT)
    seat_newcomers(clock.now())

    assert tables_of(zoe) == []
    assert why(zoe) == ["You don’t have a table yet: confirm your place, and you’ll get one."] * 3


def test_who_travels_with_somebody_has_a_chair_beside_them(announced_mix, come_late, tables_of):
    announced_mix.arrangement.tables.exclude(number=2).update(most=5)
    announced_mix.arrangement.tables.filter(number=2).update(most=6)
    two = come_late("Zoe", seats=2)
    seat_newcomers(clock.now())

    assert tables_of(two) == [2, 2, 2]


def test_in_a_home_group_they_stay(laid, mix_now, ada, come_late, tables_of):
    laid.rounds.update(is_home=True)
    announce(mix_now(), by=ada)
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())

    assert len(tables_of(zoe)) == 3
    assert len(set(tables_of(zoe))) == 1


def test_a_round_that_has_begun_stays_as_it_is(announced_mix, come_late, laid):
    laid.rounds.filter(number=1).update(starts_at=clock.now() - timedelta(minutes=5))
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())

    assert why(zoe) == ["This round has begun. A host will find you a seat: please ask.", "", ""]


def test_a_round_that_they_sit_out_is_left_out(announced_mix, come_late):
    zoe = come_late("Zoe")
    TableWish.objects.create(booking=zoe, sits_out=[2])
    seat_newcomers(clock.now())

    assert why(zoe) == ["", OUT, ""]


def test_nobody_is_sent_to_a_table_at_which_nobody_sits(announced_mix, come_late, tables_of):
    announced_mix.seats.filter(table__number=3).delete()
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())

    assert 3 not in tables_of(zoe)


def test_another_version_keeps_the_seat_they_were_told(announced_mix, come_late, mix_now, ada, tables_of):
    draft = mix_now(base=announced_mix, keeps_told=True)
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())
    told = tables_of(zoe)
    announce(draft, by=ada)
    seat_newcomers(clock.now())

    assert told_to(draft.arrangement.gathering) == draft
    assert (tables_of(zoe), len(told)) == (told, 3)


def test_on_the_day_a_table_is_for_who_is_here(announced_mix, come_late, here, guests, tables_of):
    yan, zoe = come_late("Yan"), come_late("Zoe")
    here([zoe, *guests.values()])
    seat_newcomers(clock.now())

    assert (tables_of(yan), why(yan)) == ([], [WHEN_HERE] * 3)
    assert len(tables_of(zoe)) == 3


def test_the_chair_of_who_is_only_late_is_theirs(announced_mix, come_late, here, guests, tables_of):
    announced_mix.arrangement.tables.update(most=4)
    zoe, dot = come_late("Zoe"), guests["Dot"]
    here([zoe, guests["Ann"]])
    seat_newcomers(clock.now())
    late = tables_of(zoe)
    here([zoe, guests["Ann"]], gone=[dot])
    dots = tables_of(dot)
    seat_newcomers(clock.now())

    assert (late, tables_of(zoe)) == ([], dots)


def test_who_sent_word_before_anybody_came_gets_none(announced_mix, come_late, here, tables_of):
    yan, zoe = come_late("Yan"), come_late("Zoe")
    here(None, gone=[yan])
    seat_newcomers(clock.now())

    assert (tables_of(yan), len(tables_of(zoe))) == ([], 3)


def test_who_sat_out_takes_part_after_all(announced_mix, guests, spring):
    guests["Ann"].person.join()
    ann = Client()
    ann.force_login(guests["Ann"].person)
    at = "/gatherings/spring/tables/wishes/"
    ann.post(f"{at}another-seat/2/", {"out": ""})
    sat_out, page = why(guests["Ann"]), ann.get(at).content.decode()
    answer = ann.post(f"{at}another-seat/2/", {"in": ""}, follow=True)
    seat = Seat.objects.get(mix=told_to(spring), booking=guests["Ann"], round__number=2)

    assert (sat_out, why(guests["Ann"])) == (["", OUT, ""], ["", "", ""])
    assert "I’ll take part after all" in page
    assert "You’re taking part again, and you have a seat." in answer.content.decode()
    # Kept from then on, so that nobody goes out and in to look for somebody; and nothing is left of the wish.
    assert (seat.is_locked, TableWish.objects.count()) == (True, 0)


def test_where_all_is_full_who_comes_back_reads_what_happens_next(announced_mix, guests, come_late):
    guests["Ann"].person.join()
    ann = Client()
    ann.force_login(guests["Ann"].person)
    at = "/gatherings/spring/tables/wishes/another-seat/2/"
    announced_mix.arrangement.tables.update(most=4)
    ann.post(at, {"out": ""})
    come_late("Zoe")
    seat_newcomers(clock.now())
    answer = ann.post(at, {"in": ""}, follow=True)

    assert "You’re taking part again. Below it says when you’ll get a seat." in answer.content.decode()
    assert why(guests["Ann"]) == ["", FULL, ""]
    assert FULL in answer.content.decode()


def test_a_round_that_has_begun_is_not_joined(announced_mix, guests, client, laid):
    laid.rounds.filter(number=1).update(starts_at=clock.now() - timedelta(minutes=5))
    TableWish.objects.create(booking=guests["Ann"], sits_out=[1])
    answer = client.post(f"{guests['Ann'].get_absolute_url()}wishes/another-seat/1/", {"in": ""}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["This round has begun. Please ask a host."]


def test_without_tables_that_were_announced_nobody_is_seated(version, come_late):
    come_late("Zoe")
    seat_newcomers(clock.now())

    assert (Seat.objects.count(), Mix.objects.count()) == (36, 1)


def test_what_is_called_off_is_left_alone(announced_mix, come_late, spring, ada):
    come_late("Zoe")
    call_off(spring, by=ada)
    seat_newcomers(clock.now())

    assert Seat.objects.count() == 36

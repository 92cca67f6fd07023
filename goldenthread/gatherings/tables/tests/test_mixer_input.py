"""What the mixer is asked, and how it answers: wishes kept, hats used as their owners allow, and people who met seated apart."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Mix, TableWish
from goldenthread.kit import clock
from goldenthread.people.models import Audience, Hat, Portrait
from goldenthread.threads.models import Encounter, pair_of


@pytest.fixture
def instance_of(laid):
    """The instance as it would be asked now."""

    def now(**way):
        return mixer_input_of(Mix(arrangement=laid, **way)).instance()

    return now


@pytest.fixture
def guest(instance_of, guests):
    def of(name):
        return next(guest for guest in instance_of().people if guest.id == str(guests[name].pk))

    return of


def wish(booking, **wished):
    return TableWish.objects.create(booking=booking, **wished)


def together(at_table, version, *names):
    """In how many rounds they share a table."""
    return sum(set(names) <= people for tables in at_table(version).values() for people in tables.values())


def test_those_who_come_are_seated_and_no_others(instance_of, guests):
    states = [State.WAITING, State.OFFERED, State.CANCELLED, State.APOLOGIES, State.KEPT]
    for name, state in zip(guests, states, strict=False):
        Booking.objects.filter(pk=guests[name].pk).update(state=state)

    assert {guest.id for guest in instance_of().people} == {
        str(guests[name].pk) for name in ["Eli", "Fay", "Gil", "Hal", "Ida", "Jon", "Kay", "Lee"]
    }


def test_a_hat_is_used_as_its_owner_allows(guest, guests):
    Booking.objects.filter(pk=guests["Ann"].pk).update(sectors=["health", "education"])
    Hat.objects.create(person=guests["Ann"].person, sector="health", is_for_mixing=False)
    Hat.objects.create(person=guests["Ben"].person, sector="policy", is_for_mixing=True)

    # Ann closed health to mixing; Ben told nothing of policy here.
    assert (guest("Ann").sector, guest("Ben").sector) == ("education", None)


def test_of_several_hats_the_seldom_one_counts(guest, guests):
    Booking.objects.update(sectors=["health"])
    Booking.objects.filter(pk=guests["Ann"].pk).update(sectors=["health", "policy"])

    assert (guest("Ann").sector, guest("Ben").sector) == ("policy", "health")


@pytest.mark.parametrize(
    ("familiarity", "audience", "known"),
    [
        ("new", Audience.MEMBERS, False),
        ("teaching", Audience.HOSTS, True),
        ("curious", Audience.EVERYONE, None),
        ("new", Audience.ONLY_ME, None),
        ("new", Audience.MET, None),
    ],
)
def test_how_familiar_somebody_is_serves_if_hosts_may_know_it(guest, guests, familiarity, audience, known):
    person = guests["Ann"].person
    Portrait.objects.create(person=person, familiarity=familiarity, familiarity_audience=audience)

    assert guest("Ann").familiar is known


def test_two_seats_of_one_booking_stay_together(instance_of, guests, mix_now):
    Booking.objects.filter(pk=guests["Ann"].pk).update(seats=2)
    ann = str(guests["Ann"].pk)

    assert instance_of().together == (frozenset({ann, f"{ann}+"}),)
    assert (mix_now().told["people"], mix_now().seats.count()) == (13, 36)


def test_somebody_sits_out_a_round(guests, mix_now, at_table):
    wish(guests["Ann"], sits_out=[2])
    version = mix_now()

    seated = {number: set.union(*tables.values()) for number, tables in at_table(version).items()}
    assert {number: "Ann" in people for number, people in seated.items()} == {1: True, 2: False, 3: True}


def test_not_with_somebody_holds_in_every_round(guests, mix_now, at_table, laid):
    # With one home group all day they would be together three times or never.
    laid.rounds.update(is_home=True)
    wish(guests["Ann"], apart="Ben\nCat\nDot\nEli\nFay")
    version = mix_now()

    assert [together(at_table, version, "Ann", other) for other in ["Ben", "Cat", "Dot", "Eli", "Fay"]] == [0] * 5


def test_a_table_offers_what_somebody_needs(guests, mix_now, laid, at_table):
    laid.tables.filter(number=2).update(features=["step_free"])
    wish(guests["Ann"], features="step_free")
    version = mix_now()

    assert [{n for n, people in tables.items() if "Ann" in people} for tables in at_table(version).values()] == [
        {2}
    ] * 3


def test_somebody_keeps_one_table_all_day(guests, mix_now, at_table):
    wish(guests["Ann"], stays_put=True)
    version = mix_now()

    tables = {n for round_ in at_table(version).values() for n, people in round_.items() if "Ann" in people}
    assert len(tables) == 1


def test_a_host_sits_at_their_table(guests, mix_now, laid, at_table):
    laid.tables.filter(number=3).update(host=guests["Kay"])
    version = mix_now()

    assert ["Kay" in tables[3] for tables in at_table(version).values()] == [True] * 3


def test_people_who_met_before_sit_apart_where_possible(instance_of, guests, mix_now, at_table):
    first = [guests[name].person_id for name in ("Ann", "Ben", "Cat")]
    for one, other in [(first[0], first[1]), (first[0], first[2]), (first[1], first[2])]:
        low, high = pair_of(one, other)
        Encounter.objects.create(
            one_id=low, other_id=high, at=clock.now() - timedelta(days=90), where_key="gathering:0"
        )
    version = mix_now()

    assert sorted(tie.count for tie in instance_of().ties) == [1, 1, 1]
    assert [together(at_table, version, *pair) for pair in (("Ann", "Ben"), ("Ann", "Cat"), ("Ben", "Cat"))] == [
        0,
        0,
        0,
    ]


def test_a_home_group_stays_together(laid, mix_now, at_table):
    laid.rounds.exclude(number=2).update(is_home=True)
    rounds = at_table(mix_now())

    assert rounds[1] == rounds[3] != rounds[2]

"""Somewhere else, out and in again: what changes for whoever asks, and that it changes for nobody else."""

import pytest

from goldenthread.gatherings.bookings.above import RoomAboveBookings
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables import elsewhere
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.elsewhere import my_chairs, sit_elsewhere, sit_out, take_part_after_all
from goldenthread.gatherings.tables.models import Arrangement, Mix, Seat, TableWish
from goldenthread.gatherings.tables.wishing import wish_at
from goldenthread.journal.models import Entry
from goldenthread.kit import clock
from goldenthread.kit.registry import rooms
from goldenthread.people.models import Person


class PowerCut(Exception):
    pass


@pytest.fixture
def ann(announced_mix, guests):
    """Ben sits at her table in the first round."""
    table = announced_mix.arrangement.tables.get(number=1)
    announced_mix.seats.filter(round__number=1, booking__in=[guests["Ann"], guests["Ben"]]).update(table=table)
    return guests["Ann"]


@pytest.fixture
def another_gathering(ada):
    """It has tables, too."""
    return Arrangement.objects.create(gathering=Gathering.begin("Another", by=ada))


@pytest.fixture
def power_cut(monkeypatch):
    """Once this is reached."""

    def cut(name):
        def stop(*_, **__):
            raise PowerCut

        monkeypatch.setattr(elsewhere, name, stop)

    return cut


def holds(gathering):
    """The version that people go by."""
    version = told_to(gathering)
    assert version is not None
    return version


def left(booking, gathering):
    """What is left of it all: versions, my seats in the one that holds, and the rounds that I sit out."""
    return Mix.objects.count(), holds(gathering).seats.filter(booking=booking).count(), wish_at(booking).sits_out


@pytest.mark.parametrize("act", [sit_elsewhere, sit_out])
def test_a_power_cut_before_it_is_told_leaves_everything_as_it_was(ann, spring, power_cut, act):
    power_cut("announce")

    with pytest.raises(PowerCut):
        act(ann, 1, now=clock.now())

    assert left(ann, spring) == (1, 3, [])


def test_a_power_cut_before_a_chair_is_found_leaves_the_wish(ann, spring, power_cut):
    sit_out(ann, 1, now=clock.now())
    power_cut("seat_newcomers")

    with pytest.raises(PowerCut):
        take_part_after_all(ann, 1, now=clock.now())

    assert left(ann, spring) == (2, 2, [1])


def test_tables_of_another_gathering_are_not_asked(ann, another_gathering):
    sit_elsewhere(ann, 1, now=clock.now())
    sit_out(ann, 2, now=clock.now())

    assert take_part_after_all(ann, 2, now=clock.now()) is True


def test_the_journal_says_that_a_seat_was_left_and_the_counts_are_made_anew(ann, announced_mix, spring):
    Mix.objects.filter(pk=announced_mix.pk).update(told={"repeats": 99})
    sit_out(ann, 1, now=clock.now())

    assert Entry.objects.filter(did="left a seat", by=ann.person).count() == 1
    assert holds(spring).told["repeats"] < 99


def test_whoever_takes_part_again_keeps_their_own_chair_and_nobody_elses(ann, spring):
    sit_out(ann, 1, now=clock.now())
    take_part_after_all(ann, 1, now=clock.now())

    kept = Seat.objects.filter(is_locked=True).values_list("mix", "round__number", "booking")
    assert list(kept) == [(holds(spring).pk, 1, ann.pk)]


def test_in_the_home_group_again_other_rounds_stay_sat_out(ann, announced_mix):
    announced_mix.arrangement.rounds.filter(number__in=[1, 2]).update(is_home=True)
    TableWish.objects.create(booking=ann, sits_out=[1, 2, 3])

    take_part_after_all(ann, 1, now=clock.now())

    assert wish_at(ann).sits_out == [3]


@pytest.mark.parametrize(("named", "is_recognised"), [("Ben Weir", True), ("Ben", True), ("Ben Moon", False)])
def test_whom_i_read_by_the_whole_name_i_recognise_by_it_or_the_first(ann, guests, named, is_recognised):
    ann.person.join()
    guests["Ben"].person.join()
    Person.objects.filter(pk=guests["Ben"].person_id).update(chosen_name="Ben Weir")
    TableWish.objects.create(booking=ann, apart=named)

    assert my_chairs(ann, clock.now())[0].may_be_named is is_recognised


def test_who_was_told_a_table_took_part_and_nobody_before_that(version, guests, request):
    ann, ben = guests["Ann"].pk, guests["Ben"].pk
    before = took_part(ann)
    request.getfixturevalue("announced_mix")

    assert (before, took_part(ann), took_part(ann, ben)) == (set(), {ann}, {ann, ben})


def took_part(*bookings):
    return {booking for wing in rooms(RoomAboveBookings) for booking in wing.took_part(bookings)}

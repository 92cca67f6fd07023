"""The row is the job: claimed once, taken up again after a silence, finished once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.gatherings.tables import chores, runs
from goldenthread.gatherings.tables.chores import forget_wishes, mix_tables
from goldenthread.gatherings.tables.models import Mix, Seat, TableWish
from goldenthread.gatherings.tables.runs import Listening, MixRequest, ask_for, carry_out, stop, take_up
from goldenthread.gatherings.tables.tests.taking import taken
from goldenthread.journal.models import Entry
from goldenthread.kit import clock
from goldenthread.kit.jobs import SILENT_FOR, ClaimLost
from goldenthread.mixing.tables import Plan, Progress

NOTHING_YET = Plan(())


@pytest.fixture
def requested(laid, ada):
    return ask_for(laid, MixRequest(seconds=0.2), by=ada)


def fall_silent(run):
    Mix.objects.filter(pk=run.pk).update(beat_at=timezone.now() - SILENT_FOR - timedelta(seconds=1))


def test_a_run_is_claimed_once(requested):
    assert [take_up(), take_up()] == [requested, None]


def test_whoever_lost_the_claim_does_not_end_what_another_is_mixing(requested):
    slow = taken()
    fall_silent(slow)
    taken()

    with pytest.raises(ClaimLost):
        carry_out(slow)

    assert (Mix.objects.get().is_done, Seat.objects.count()) == (False, 0)


def test_a_run_that_fell_silent_is_taken_up_again_and_ends_once(requested):
    slow = taken()
    fall_silent(slow)
    quick = taken()
    carry_out(quick)
    with pytest.raises(ClaimLost):
        carry_out(slow)

    assert (Mix.objects.get().tries, Seat.objects.count()) == (2, 36)


def test_a_run_that_ends_its_worker_each_time_is_given_up(requested):
    for _ in range(3):
        fall_silent(taken())

    assert take_up() is None
    requested.refresh_from_db()
    assert (requested.has_failed, requested.told) == (True, {"what": "worker"})


def test_a_run_that_somebody_else_gives_up_meanwhile_is_left_alone(requested, monkeypatch):
    for _ in range(3):
        fall_silent(taken())

    def lost(requested, trouble):
        raise ClaimLost

    monkeypatch.setattr(runs, "_fail", lost)

    assert take_up() is None


def test_whoever_mixes_says_how_far_it_is(requested):
    mine = taken()
    tells = Listening(mine)
    first = tells(Progress(seconds=0.1, iterations=1, share=0.4, plan=NOTHING_YET))
    too_soon = tells(Progress(seconds=0.2, iterations=1, share=0.9, plan=NOTHING_YET))
    requested.refresh_from_db()

    assert (first, too_soon, requested.percent) == (False, False, 40)


def test_whoever_mixes_hears_that_it_is_enough(requested, ada):
    mine = taken()
    stop(mine, by=ada)
    stop(mine, by=ada)

    assert Listening(mine)(Progress(seconds=0.1, iterations=1, share=0.4, plan=NOTHING_YET)) is True
    assert Entry.objects.filter(did="took the best so far").count() == 1


def test_whoever_lost_the_claim_stops(requested):
    slow = taken()
    fall_silent(slow)
    taken()

    with pytest.raises(ClaimLost):
        Listening(slow)(Progress(seconds=0.1, iterations=1, share=0.4, plan=NOTHING_YET))


def test_the_chore_mixes_all_that_wait_and_nothing_twice(requested, spring):
    mix_tables(clock.now())
    mix_tables(clock.now())

    assert [mix.is_done for mix in Mix.objects.all()] == [True]
    assert Seat.objects.count() == 36


def test_the_chore_outlives_a_lost_claim(requested, monkeypatch):
    def lost(requested):
        raise ClaimLost

    monkeypatch.setattr(chores, "carry_out", lost)
    mix_tables(clock.now())

    assert not Mix.objects.get().is_done


def test_wishes_that_do_not_go_together_stop_nothing(laid, guests, ada):
    # Everybody wants to be apart from everybody, and there are three tables.
    names = "\n".join(guests)
    TableWish.objects.bulk_create(TableWish(booking=booking, apart=names) for booking in guests.values())
    version = ask_for(laid, MixRequest(seconds=0.2), by=ada)
    mix_tables(clock.now())
    version.refresh_from_db()

    assert (version.is_done, version.seats.count()) == (True, 36)


@pytest.mark.parametrize(("after", "left"), [(13, 1), (15, 0)])
def test_wishes_are_forgotten_two_weeks_after_the_day(guests, spring, after, left):
    TableWish.objects.create(booking=guests["Ann"], apart="Ben")
    forget_wishes(spring.ends_at + timedelta(days=after))

    assert TableWish.objects.count() == left

"""Encounters: from tables that were really held, with both in the room."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.day.chores import write_down_encounters
from goldenthread.gatherings.day.models import Arrival, HeldRound, Standing
from goldenthread.threads.models import Encounter


@pytest.fixture
def met(at):
    """Who is written down to have met where, after the chore ran at so many minutes."""

    def met(minutes):
        write_down_encounters(at(minutes))
        rows = Encounter.objects.select_related("one", "other").order_by("round", "table", "one", "other")
        return [(row.round, row.table, f"{row.one.name[:3]} {row.other.name[:3]}") for row in rows]

    return met


FIRST = [(1, "Table 1", "Ann Ben"), (1, "Table 2", "Cat Dot")]
SECOND = [(2, "Table 1", "Ann Cat"), (2, "Table 2", "Ben Dot")]


def test_nobody_has_met_before_a_round_is_over(sat, met):
    assert met(29) == []


def test_after_a_round_those_who_were_there_have_met(sat, met, at):
    assert met(30) == FIRST
    assert {row.at for row in Encounter.objects.all()} == {at(30)}


def test_after_two_rounds_all_of_it_stands_there_once(sat, met):
    met(30)
    met(90)

    assert met(91) == FIRST + SECOND


def test_what_was_written_is_not_counted_again(sat, met, at, django_assert_max_num_queries):
    met(90)

    with django_assert_max_num_queries(5):
        write_down_encounters(at(91))


def test_a_no_show_met_nobody_and_a_latecomer_only_whom_they_sat_with(sat, met, press):
    press(sat["Eli"], Standing.LATE, 65)

    assert met(90) == [*FIRST, (2, "Table 1", "Ann Cat"), (2, "Table 2", "Ben Dot"), (2, "Table 2", "Ben Eli"), (2, "Table 2", "Dot Eli")]  # fmt: skip


def test_whoever_left_early_did_not_meet_the_later_ones(sat, met, press):
    press(sat["Ben"], Standing.LEFT, 40)

    assert met(90) == [*FIRST, (2, "Table 1", "Ann Cat")]


def test_a_correction_takes_back_what_did_not_happen(sat, met, press):
    met(90)

    press(sat["Ben"], Standing.ABSENT, 95)

    assert met(96) == [(1, "Table 2", "Cat Dot"), (2, "Table 1", "Ann Cat")]


def test_a_correction_brings_what_did_happen(sat, met, press):
    met(90)

    press(sat["Eli"], Standing.HERE, 95)

    assert len(met(96)) == 4 + 2 + 2


def test_a_repair_that_is_announced_before_the_round_is_what_was_held(sat, seat, met, laid, ada, at):
    met(30)
    mix = laid.mixes.get()
    mix.seats.filter(round__number=2, booking=sat["Ann"]).update(table=laid.tables.get(number=2))

    assert met(90) == [*FIRST, (2, "Table 2", "Ann Ben"), (2, "Table 2", "Ann Dot"), (2, "Table 2", "Ben Dot")]


def test_a_round_without_an_hour_lasts_as_long_as_the_gathering(sat, met, laid):
    laid.rounds.update(starts_at=None)

    assert (met(6 * 60), len(met(7 * 60))) == ([], 4)


def test_what_was_said_before_the_writing_and_arrives_after_it_is_written_too(sat, met, press):
    """On PostgreSQL a press bears a moment, and shows when another process commits it."""
    press(sat["Ben"], Standing.ABSENT, 95)
    late = Arrival.objects.latest("pk")
    late.delete()
    met(96)

    late.save(force_insert=True)

    assert met(97) == [(1, "Table 2", "Cat Dot"), (2, "Table 1", "Ann Cat")]


def test_a_table_that_was_not_held_after_all_leaves_nothing(sat, met, press, laid):
    met(90)

    for name in ("Cat", "Dot"):
        press(sat[name], Standing.ABSENT, 95)

    assert met(96) == [(1, "Table 1", "Ann Ben")]


def test_long_after_the_day_nothing_is_looked_at(sat, now, today):
    write_down_encounters(now + timedelta(days=61))

    assert HeldRound.objects.count() == 0

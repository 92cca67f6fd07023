"""Whatever a hand does, it is answered alike where somebody has wished something in private and where nobody has.

Everything that convenor, keeper and the other can open afterwards is compared, byte by byte but for tokens.
"""

import os

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.tables import runs
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.leaning import leanings_of
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.tests.oracle.conftest import CHANGES_ALWAYS
from goldenthread.gatherings.tables.tests.oracle.rows import rows
from goldenthread.gatherings.tables.tests.oracle.wishing import (
    apart_for_good,
    apart_here,
    every_wish,
    lived_experience,
    supporters,
    what_a_table_offers,
)
from goldenthread.mixing.tables import mix
from goldenthread.people.models import Person

# Ann, whose wish it is, Ben, whom it is about, and Cat, who has nothing to do with it.
MOVED = ("Ann", "Ben", "Cat")
ROUNDS = (1, 2, 3) if "AT_FULL_SIZE" in os.environ else (1,)


@pytest.fixture(autouse=True)
def _mixed_alike(monkeypatch):
    """By exchanges and not by the clock, which on a busy machine leaves the second world fewer of them."""
    monkeypatch.setattr(runs, "mix", lambda instance, **how: mix(instance, **how | {"seconds": 30, "iterations": 600}))


@every_wish
def test_no_move_is_answered_otherwise(both_ways, hand, seen, wish):
    def act():
        return [hand(name, table, number=number) for number in ROUNDS for name in MOVED for table in (1, 2, 3)], seen()

    without, with_it = both_ways(act, wish)

    assert without == with_it


@pytest.mark.parametrize("wish", [what_a_table_offers, lived_experience], ids=["needs", "hat"])
def test_no_move_tells_a_need_or_a_hat(both_ways, hand, version, wish):
    # Who wears which hat stands in pages of bookings for those who may read it; here it is about the tables.
    def act():
        return [hand(name, table) for name in MOVED for table in (1, 2, 3)], rows(version)

    without, with_it = both_ways(act, wish)

    assert without == with_it


@every_wish
def test_a_move_of_what_was_announced_neither(both_ways, hand, seen, wish, version, ada):
    announce(version, by=ada)

    def act():
        moved = hand("Ann", 1), hand("Ben", 1)
        announce(Mix.objects.latest("number"), by=ada)
        return moved, seen()

    without, with_it = both_ways(act, wish)

    assert without == with_it


@pytest.fixture
def remade(hand, version, ada, browsers):
    """Two are put together in one round and apart in the next, people are told so, and it is made again."""

    def pressed():
        answers = hand("Ann", 1), hand("Ben", 1), hand("Ann", 2, number=2), hand("Ben", 3, number=2)
        version.arrangement.tables.update(least=1, most=12)
        announce(Mix.objects.latest("number"), by=ada)
        return answers, [_made_again(browsers["convenor"]) for _ in "12"]

    return pressed


def _made_again(browser):
    made = browser.post("/gatherings/spring/tables/remaking/", {"from_round": 1})
    at = f"{made['Location']}announcement/"
    # Where people are written to, the convenor reads their e-mail first.
    first = browser.post(at)
    preview = first.context["preview"] if first.context else Preview()
    browser.post(at, {"seen": preview.stamp})
    return made.status_code, preview.people, CHANGES_ALWAYS.sub(b"", first.content)


@every_wish
def test_to_put_two_together_and_remake_finds_nothing_out(both_ways, remade, seen, wish):
    without, with_it = both_ways(lambda: (remade(), seen()), wish)

    assert without == with_it
    assert [status for status, *_what_was_read in without[0][1]] == [302, 302]


@pytest.mark.parametrize("wish", [apart_here, apart_for_good, supporters], ids=["here", "for good", "supporters"])
def test_when_somebody_leaves_the_mixer_hears_nothing_against_what_was_told(both_ways, remade, wish, guests, spring):
    def act():
        remade()
        Booking.objects.filter(pk=guests["Lee"].pk).update(state=State.CANCELLED)
        return leanings_of(mixer_input_of(Mix(arrangement=spring.arrangement, base=told_to(spring), keeps_told=True)))

    without, with_it = both_ways(act, wish)

    assert without == with_it


def test_a_difference_would_be_noticed(both_ways, hand, version):
    def called_otherwise(guests):
        Person.objects.filter(pk=guests["Ann"].person_id).update(chosen_name="Anna")

    without, with_it = both_ways(lambda: hand("Ann", 1), called_otherwise)

    assert without != with_it

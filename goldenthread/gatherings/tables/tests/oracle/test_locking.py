"""Where a hand locks seats the hand decides: no wish refuses a plan, moves a lock, or takes its time."""

import time

import pytest

from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.runs import MixRequest, ask_for, carry_out
from goldenthread.gatherings.tables.tests.oracle.wishing import apart_here, each_wish, supporters
from goldenthread.gatherings.tables.tests.taking import taken


def lock(version, names, table):
    to = version.arrangement.tables.get(number=table)
    version.seats.filter(booking__name__in=[f"{name} Weir" for name in names]).update(table=to, is_locked=True)


@pytest.fixture
def mixed_anew(laid, ada, version):
    """Another version goes on from the locked seats: whether it came off, how long it took, and what is locked in it."""

    def mixed():
        begun = time.monotonic()
        ask_for(laid, MixRequest(seconds=0.2, base=version), by=ada)
        carry_out(taken())
        made = Mix.objects.latest("number")
        locked = sorted(made.seats.filter(is_locked=True).values_list("round", "booking", "table"))
        return made.is_done, time.monotonic() - begun >= 0.2, made.seats.count(), locked

    return mixed


@each_wish
@pytest.mark.parametrize(("at_one", "at_two"), [(["Ann", "Ben"], []), (["Ann"], ["Ben"])], ids=["together", "apart"])
def test_a_locked_seat_stays_and_nothing_is_refused(both_ways, version, mixed_anew, wish, at_one, at_two):
    lock(version, at_one, 1)
    lock(version, at_two, 2)

    without, with_it = both_ways(mixed_anew, wish)

    assert without == with_it
    assert (with_it[:3], len(with_it[3])) == ((True, True, 36), 6)


def test_two_single_seats_refuse_nobody(both_ways, version, laid, mixed_anew, guests):
    # All others are locked, and the two seats that are left stand at two tables: supporters cannot sit together.
    others = [name for name in guests if name not in {"Ann", "Ben"}]
    for number, names in enumerate((others[:4], others[4:7], others[7:]), 1):
        lock(version, names, number)
    laid.tables.update(least=4, most=4)

    without, with_it = both_ways(mixed_anew, supporters)

    assert without == with_it
    assert with_it[:3] == (True, True, 36)


def test_what_locks_do_not_allow_is_refused_alike(both_ways, version, mixed_anew, seen, guests):
    lock(version, list(guests), 1)

    without, with_it = both_ways(lambda: (mixed_anew(), seen()), apart_here)

    assert without == with_it
    assert without[1][3][0]["what"] == "kept"


@each_wish
def test_a_fresh_version_takes_as_long_and_says_no_more(both_ways, laid, ada, wish):
    def act():
        begun = time.monotonic()
        ask_for(laid, MixRequest(seconds=0.2), by=ada)
        carry_out(taken())
        made = Mix.objects.latest("number")
        facts = {name: made.told[name] for name in ("people", "least", "moved", "missing")}
        return time.monotonic() - begun >= 0.2, sorted(made.told), facts, made.percent, made.seats.count()

    without, with_it = both_ways(act, wish)

    assert without == with_it
    assert with_it[0]

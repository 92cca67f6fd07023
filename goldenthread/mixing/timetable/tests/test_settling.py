"""What costs the same earlier begins earlier, and together with others; and nobody misses more for it."""

from dataclasses import replace

import pytest

from goldenthread.mixing.timetable.making import Limits, make
from goldenthread.mixing.timetable.values import Programme, Room, Session, Slot

SLOTS = tuple(Slot(f"t{n}", "day", late=60 * n) for n in range(6))
ROOMS = Room("hall"), Room("nook")


def starts(programme, seed=1):
    return sorted(one.slot for one in make(programme, Limits(None, 60, seed)).placed)


def test_half_a_day_is_filled_from_the_morning_on():
    programme = Programme(SLOTS, ROOMS, tuple(Session(f"s{n}") for n in range(6)))

    assert starts(programme) == ["t0", "t0", "t1", "t1", "t2", "t2"]


def test_where_nothing_is_late_it_stays_as_the_search_left_it():
    slots = tuple(replace(slot, late=0) for slot in SLOTS)

    assert starts(Programme(slots, ROOMS, tuple(Session(f"s{n}") for n in range(6)))) == [f"t{n}" for n in range(6)]


def test_what_begins_alone_would_rather_begin_with_others():
    # A quarter of an hour later, and not at a time of its own.
    slots = tuple(Slot(f"t{n}", "day", late=15 * n) for n in range(4))
    one = Session("one", rooms=frozenset({"hall"}))
    pinned = Session("pinned", slots=frozenset({"t1"}), rooms=frozenset({"nook"}))

    assert starts(Programme(slots, ROOMS, (one, pinned))) == ["t1", "t1"]


@pytest.mark.parametrize("seed", range(5))
def test_nobody_misses_more_for_it(seed):
    lengths = [1 + n % 2 for n in range(7)]
    sessions = tuple(
        Session(f"s{n}", length=length, speakers=frozenset({f"v{n % 4}"})) for n, length in enumerate(lengths)
    )
    wished = tuple((f"s{a}", f"s{b}", (a * 3 + b * 5) % 7) for a in range(7) for b in range(a + 1, 7))
    drawn = Programme(SLOTS, ROOMS, sessions, interest=wished)
    left = replace(drawn, slots=tuple(replace(slot, late=0) for slot in SLOTS))

    found, before = (make(programme, Limits(None, 200, seed)) for programme in (drawn, left))

    assert (found.conflict <= before.conflict, len(found.without)) == (True, len(before.without))

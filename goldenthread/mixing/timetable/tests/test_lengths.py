"""Sessions that take several slots: judged slot by slot."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.mixing.timetable.board import Board
from goldenthread.mixing.timetable.columns import columns
from goldenthread.mixing.timetable.making import Limits, make
from goldenthread.mixing.timetable.search import Budget, Search
from goldenthread.mixing.timetable.tests.judge import programmes
from goldenthread.mixing.timetable.tests.lengths_judge import cost, faults
from goldenthread.mixing.timetable.values import NotAProgramme, Placed, Programme, Room, Session, Slot

TURNS = Limits(None, 40, 1)
SLOTS = tuple(Slot(f"t{n}", f"d{n // 4}") for n in range(8))
HALL, NOOK = Room("hall", 50), Room("nook", 10)


def with_lengths(**sizes):
    """The programmes of the other judge, with sessions of one to four slots."""
    lengths = st.lists(st.integers(1, 4), min_size=20, max_size=20)
    return st.builds(_lengthened, programmes(**sizes), lengths)


def _lengthened(programme, lengths):
    sessions = zip(programme.sessions, lengths, strict=False)
    return replace(programme, sessions=tuple(replace(one, length=length) for one, length in sessions))


def house(*sessions, rooms=(HALL, NOOK), **more):
    return Programme(SLOTS, rooms, sessions, **more)


def places(found):
    return {one.session: (one.slot, one.room) for one in found.placed}


@given(with_lengths(slots=8), st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_nothing_hard_is_broken_in_any_slot_and_nobody_is_forgotten(programme, seed):
    found = make(programme, replace(TURNS, seed=seed))

    named = sorted([one.session for one in found.placed] + [name for name, _ in found.without])
    assert (faults(programme, found.placed), named) == ([], sorted(one.id for one in programme.sessions))
    assert (found.conflict, found.overflow, found.strands) == cost(programme, found.placed)
    assert [why for _, why in found.without if not why] == []


@given(with_lengths(slots=8), st.floats(0, 50), st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_moves_keep_count_of_what_they_cost_however_hot(programme, heat, seed):
    search = Search(columns(programme), Budget(None, 1, seed))
    search.begin()
    before = search.board.total()

    gained = sum(search._turn(heat) for search.done in range(12))

    again = seated_again(search.board)
    assert search.board.total() == pytest.approx(before - gained)
    assert np.allclose(search.board.costs, again.costs)
    assert np.array_equal(search.board.where[:-1], again.where[:-1])


def test_in_a_crowded_house_moves_keep_count_too():
    sessions = [Session(f"s{n}", length=2 + n % 2, speakers=frozenset({f"v{n % 5}"}), demand=9 * n) for n in range(12)]
    wanted = tuple((f"s{a}", f"s{b}", a + b) for a in range(12) for b in range(a))
    search = Search(columns(house(*sessions, interest=wanted)), Budget(None, 1, 1))
    search.begin()
    before = search.board.total()

    gained = sum(search._turn(20.0) for search.done in range(300))

    assert search.board.total() == pytest.approx(before - gained)


def seated_again(board):
    again = Board(board.columns)
    for row in np.flatnonzero(board.where[:-1] >= 0).tolist():
        again.put(row, *divmod(int(board.where[row]), board.chairs.shape[1]))
    return again


@given(with_lengths(slots=8))
@settings(max_examples=10, deadline=None)
def test_the_seed_and_the_turns_alone_decide(programme):
    assert make(programme, TURNS) == make(programme, TURNS)


@pytest.mark.parametrize(
    ("sessions", "placed", "fault"),
    [
        (("a", "b"), [Placed("a", "t0", "hall"), Placed("b", "t1", "hall")], "room taken"),
        (("x", "y"), [Placed("x", "t0", "hall"), Placed("y", "t1", "nook")], "speaker twice"),
        (("x",), [Placed("x", "t5", "hall")], "away"),
        (("a",), [Placed("a", "t2", "hall")], "another day"),
        (("a",), [Placed("a", "t6", "hall")], "past the end"),
        (("p",), [Placed("p", "t0", "hall")], "pin"),
    ],
)
def test_the_judge_notices_what_is_broken(sessions, placed, fault):
    known = {
        "a": Session("a", length=3),
        "b": Session("b", length=3),
        "x": Session("x", length=3, speakers=frozenset({"Ada"})),
        "y": Session("y", length=3, speakers=frozenset({"Ada"})),
        "p": Session("p", length=2, slots=frozenset({"t1"})),
    }

    broken = faults(house(*(known[name] for name in sessions), away={"Ada": frozenset({"t7"})}), placed)

    assert set(broken) == {fault}


def test_what_overlaps_by_one_slot_only_counts_there():
    programme = house(Session("a", length=3), Session("b", length=3), interest=(("a", "b", 5),))

    assert cost(programme, [Placed("a", "t0", "hall"), Placed("b", "t2", "nook")]) == (5, 0, 0)


def test_a_long_session_and_two_short_ones_that_the_same_people_want_go_round_each_other():
    wanted = (("long", "b", 9), ("long", "c", 9), ("b", "c", 9))

    found = make(
        house(Session("long", length=2), Session("b"), Session("c"), interest=wanted, rooms=(HALL, NOOK)), TURNS
    )

    assert (found.conflict, found.without) == (0, ())


def test_a_whole_day_is_filled_to_its_last_slot():
    sessions = [Session(f"s{n}", length=length) for n, length in enumerate((3, 1, 2, 2, 1, 3, 4))]

    found = make(house(*sessions), Limits(None, 400, 1))

    assert found.without == ()


def test_a_pin_stays_and_what_is_longer_than_a_day_is_said():
    pinned = Session("pin", length=2, slots=frozenset({"t1"}), rooms=frozenset({"hall"}))
    crowd = [Session(f"s{n}", length=2) for n in range(6)]

    found = make(house(*crowd, pinned, Session("endless", length=5)), Limits(None, 200, 1))

    assert places(found)["pin"] == ("t1", "hall")
    assert ("endless", "there are never 5 slots in a row in one room when it could be") in found.without


def test_what_takes_no_slot_is_refused():
    with pytest.raises(NotAProgramme):
        make(house(Session("a", length=0)), TURNS)

from dataclasses import replace
from functools import partial

import pytest

from goldenthread.mixing.timetable.making import Limits, counted, make
from goldenthread.mixing.timetable.tests.judge import faults
from goldenthread.mixing.timetable.values import NotAProgramme, Placed, Programme, Room, Session, Slot

SLOTS = tuple(Slot(f"t{n}", f"d{n // 2}") for n in range(4))
HALL, NOOK = Room("hall", 100, frozenset({"stage"})), Room("nook", 10)
TURNS = Limits(None, 30, 1)


def house(*sessions, **more):
    return Programme(SLOTS, (HALL, NOOK), sessions, **more)


def places(found):
    return {one.session: (one.slot, one.room) for one in found.placed}


A, B = Session("a", speakers=frozenset("X")), Session("b", speakers=frozenset("X"))


@pytest.mark.parametrize(
    ("sessions", "placed", "fault"),
    [
        ((A, B), [Placed("a", "t0", "hall"), Placed("b", "t0", "nook")], "speaker twice"),
        ((A, replace(B, speakers=frozenset())), [Placed("a", "t0", "hall"), Placed("b", "t0", "hall")], "room taken"),
        ((A,), [Placed("a", "t3", "hall")], "away"),
        ((replace(A, needs=frozenset({"stage"})),), [Placed("a", "t0", "nook")], "features"),
        ((replace(A, slots=frozenset({"t1"})),), [Placed("a", "t0", "nook")], "slot"),
        ((replace(A, rooms=frozenset({"hall"})),), [Placed("a", "t0", "nook")], "room"),
        ((A, replace(B, after="a")), [Placed("a", "t1", "hall"), Placed("b", "t2", "hall")], "order"),
    ],
)
def test_the_judge_notices_what_is_broken(sessions, placed, fault):
    assert faults(house(*sessions, away={"X": frozenset({"t3"})}), placed) == [fault]


def test_a_large_audience_gets_the_large_room():
    found = make(house(Session("s", demand=80)), TURNS)

    assert (places(found)["s"][1], found.overflow) == ("hall", 0)


def test_sessions_that_the_same_people_want_are_not_at_once():
    found = make(house(Session("a"), Session("b"), interest=(("a", "b", 9),)), TURNS)

    assert (len({one.slot for one in found.placed}), found.conflict) == (2, 0)


def test_a_strand_is_spread_over_time():
    found = make(house(*(Session(f"s{n}", strand="care") for n in range(4))), TURNS)

    assert (len({one.slot for one in found.placed}), found.strands) == (4, 0)


def test_a_session_follows_another_in_the_same_room():
    found = make(house(Session("b", after="a"), Session("a", slots=frozenset({"t2"}))), TURNS)

    assert (places(found)["a"][0], places(found)["b"]) == ("t2", ("t3", places(found)["a"][1]))


def test_a_pinned_session_keeps_its_chair():
    crowd = [Session(f"s{n}") for n in range(7)]
    pinned = Session("pin", slots=frozenset({"t1"}), rooms=frozenset({"hall"}))

    found = make(house(*crowd, pinned), TURNS)

    assert (places(found)["pin"], found.without) == (("t1", "hall"), ())


@pytest.mark.parametrize(
    ("session", "why"),
    [
        (Session("s", needs=frozenset({"loop"})), "no room has loop"),
        (
            Session("s", rooms=frozenset({"nook"}), needs=frozenset({"stage"})),
            "the rooms that it asks for do not have what it needs",
        ),
        (Session("s", slots=frozenset({"t9"})), "the slots that it asks for are not there"),
        (Session("s", speakers=frozenset({"Ada"}), slots=frozenset({"t0"})), "Ada is away whenever it could be"),
    ],
)
def test_a_session_without_a_place_is_named_with_the_reason(session, why):
    found = make(house(session, away={"Ada": frozenset({"t0"})}), TURNS)

    assert (found.placed, found.without) == ((), (("s", why),))


def test_a_full_house_is_said_in_words():
    found = make(house(*(Session(f"s{n}") for n in range(9))), TURNS)

    assert [why for _, why in found.without] == [
        "of the 4 slots in which it could be, every fitting room is taken in 4"
    ]


def test_the_same_seed_and_turns_give_the_same_timetable():
    programme = house(*(Session(f"s{n}", strand="care") for n in range(7)))

    assert make(programme, TURNS) == make(programme, TURNS)


def test_whoever_watches_may_end_the_search():
    names = [f"s{n}" for n in range(8)]
    interest = tuple((a, b, (3 * i + 7 * j) % 11) for i, a in enumerate(names) for j, b in enumerate(names) if a < b)
    heard: list[int] = []

    found = make(house(*map(Session, names), interest=interest), Limits(None, 500, 1), partial(stop, heard))

    assert (heard, found.iterations < 500) == ([found.iterations], True)


def stop(heard, _, turns):
    heard.append(turns)
    return True


def test_what_is_counted_is_what_is_there():
    programme = house(Session("a", demand=12), Session("b", demand=90), interest=(("a", "b", 3),))

    assert counted(programme, (Placed("a", "t0", "nook"), Placed("b", "t0", "hall"))) == (3, 2, 0)


@pytest.mark.parametrize(
    "programme",
    [
        house(Session("a"), Session("a")),
        house(Session("a"), interest=(("a", "z", 1),)),
        house(Session("a", after="z")),
        house(Session("a", after="b"), Session("b", after="a")),
        house(Session("a"), Session("b", after="a"), Session("c", after="a")),
    ],
)
def test_a_programme_that_contradicts_itself_is_refused(programme):
    with pytest.raises(NotAProgramme):
        make(programme, TURNS)

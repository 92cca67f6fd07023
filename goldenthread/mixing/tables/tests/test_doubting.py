"""A search that gets nowhere is not waited for: `feasibility` is asked, and what it finds ends it."""

from functools import partial
from itertools import combinations

import pytest

from goldenthread.mixing.tables.explain.doubting import SOON, Doubts
from goldenthread.mixing.tables.explain.impossible import at_a_glance
from goldenthread.mixing.tables.instance.values import Guest, Instance, Plan, Table
from goldenthread.mixing.tables.search.mix import CannotBeDone, mix
from goldenthread.mixing.tables.search.progress import Progress

# Ten of lived experience, each two of whom sit apart: more than a glance looks at.
HATS = [f"p{n}" for n in range(10)]
GATHERING = Instance(
    6,
    tuple(Guest(f"p{n}", lived=f"p{n}" in HATS) for n in range(240)),
    tuple(Table(f"t{n}", 4, 9) for n in range(30)),
    apart=tuple(map(frozenset, combinations(HATS, 2))),
)


def progress(seconds=SOON, *, is_broken=True):
    return Progress(seconds, 100, 0.1, Plan(()), is_broken)


def test_it_is_not_seen_at_a_glance():
    assert at_a_glance(GATHERING) is None


def test_the_search_ends_long_before_its_time_and_the_wishes_are_known():
    doubts = Doubts(GATHERING, seconds=60)
    heard: list[Progress] = []

    with pytest.raises(CannotBeDone):
        mix(GATHERING, seconds=600, progress=partial(doubts.hear, heard.append))

    assert doubts.conflict is not None
    assert {wish.kind for wish in doubts.conflict.wishes} == {"company", "apart"}
    assert heard[-1].share < 0.5


def test_there_are_no_doubts_at_first():
    doubts = Doubts(GATHERING)

    assert doubts.hear(lambda so_far: False, progress(SOON / 2)) is False
    assert doubts.were_had is False


def test_there_are_no_doubts_while_every_hard_wish_is_kept():
    doubts = Doubts(GATHERING)

    assert doubts.hear(lambda so_far: False, progress(is_broken=False)) is False
    assert doubts.were_had is False


def test_doubts_that_find_nothing_let_the_search_go_on_and_are_not_had_again():
    doubts = Doubts(Instance(1, (Guest("p0"), Guest("p1")), (Table("t0"),)))

    assert [doubts.hear(lambda so_far: False, progress()) for _ in range(2)] == [False, False]
    assert doubts.were_had is True


def test_whoever_listens_is_heard_first_or_last():
    assert Doubts(GATHERING).hear(lambda so_far: True, progress(is_broken=False)) is True

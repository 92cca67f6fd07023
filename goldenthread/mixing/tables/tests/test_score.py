"""We count as the judge from outside counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.mixing.tables.instance.faults import faults
from goldenthread.mixing.tables.instance.score import tally
from goldenthread.mixing.tables.instance.values import Guest, Instance, Plan, Table
from goldenthread.mixing.tables.tests.gatherings import gathering, scrambled
from goldenthread.mixing.tables.tests.judge import verdict


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_we_count_as_the_judge_from_outside_counts(seed, spoiled):
    instance, planted = gathering(seed)
    plan = scrambled(instance, planted, spoiled)

    ours, theirs = tally(instance, plan), verdict(instance, plan)

    assert faults(instance, plan) == theirs.faults
    assert (ours.hard, ours.repeats, ours.orphans) == (theirs.hard, theirs.repeats, theirs.orphans)
    assert (ours.spread["sector"].pairs, ours.spread["sector"].least) == (theirs.sector_pairs, theirs.sector_least)
    assert (ours.tie_cost, ours.spread["sector"].mix) == pytest.approx((theirs.tie_cost, theirs.sector_mix))
    assert ours.score == pytest.approx(theirs.score)


def test_a_planted_plan_has_no_fault():
    instance, plan = gathering(7)

    assert faults(instance, plan) == {}


def test_who_has_moved_is_counted_in_rounds_to_come_only():
    people = tuple(Guest(name) for name in "abcd")
    told = ((("a", "b"), ("c", "d")), (("a", "c"), ("b", "d")))
    instance = Instance(2, people, (Table("one"), Table("two")), past=told[:1], announced=told)
    held_otherwise = Plan(((("a", "d"), ("b", "c")), (("a", "d"), ("b", "c"))))

    assert tally(instance, held_otherwise).moved == 2

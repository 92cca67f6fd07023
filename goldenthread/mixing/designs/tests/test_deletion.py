"""Any number of people rides on a larger design."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goldenthread.mixing.designs.bank import most_rounds
from goldenthread.mixing.designs.deletion import emptiest, without
from goldenthread.mixing.designs.repeats import EMPTY, repeated_meetings
from goldenthread.mixing.designs.tests.cells import design, plan


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 20), st.integers(2, 10), st.data())
def test_a_plan_without_some_people_is_whole_and_repeat_free(tables, size, data):
    people = data.draw(st.integers(tables * (size - 1) + 1, tables * size))
    rounds = data.draw(st.integers(1, min(6, most_rounds(tables, size))))

    made = plan(people, tables, rounds)

    assert (made.shape, repeated_meetings(made)) == ((rounds, tables, size), 0)
    assert np.unique(made[made != EMPTY]).tolist() == list(range(people))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([7, 8, 9, 11, 13, 16, 25]), st.integers(3, 6), st.data())
def test_on_a_transversal_design_all_tables_are_almost_equal(tables, size, data):
    people = data.draw(st.integers(tables * (size - 1) + 1, tables * size - 1))

    assert emptiest(plan(people, tables, tables)) == 1


def test_a_hundred_and_fifteen_people_sit_in_sevens_and_eights():
    made = plan(115, 16, 16)

    assert np.unique((made != EMPTY).sum(axis=2)).tolist() == [7, 8]


@given(st.sets(st.integers(0, 35), max_size=30))
def test_whoever_stays_away_brings_nobody_together_twice(gone):
    assume(len(gone) < 36)

    assert repeated_meetings(without(design(9, 4, 11), np.array(sorted(gone), dtype=np.int64))) == 0


def test_a_plan_that_nobody_knows_is_not_made_up():
    assert plan(99, 10, 9) is None


def test_more_tables_than_people_are_refused():
    with pytest.raises(ValueError, match="more tables than people"):
        plan(3, 4, 1)

"""Every cell of the literature's table that the bank holds, judged by what knows nothing of its making."""

import numpy as np
import pytest

from goldenthread.mixing.designs.bank import most_rounds
from goldenthread.mixing.designs.repeats import NotAPlan, bound, repeated_meetings
from goldenthread.mixing.designs.tests.cells import MORE, NOT_REACHED, PUBLISHED, design
from tests.judges.mixing import golfers, judged


@pytest.mark.parametrize(("tables", "size"), PUBLISHED)
def test_a_cell_is_repeat_free_for_as_many_rounds_as_are_known(tables, size):
    rounds = most_rounds(tables, size)

    made = design(tables, size, rounds)

    published = NOT_REACHED.get((tables, size), MORE.get((tables, size), PUBLISHED[tables, size]))
    assert (rounds, made.shape, repeated_meetings(made)) == (published, (rounds, tables, size), 0)


@pytest.mark.parametrize(("tables", "size"), [(5, 3), (8, 7), (10, 7), (10, 9), (12, 6), (13, 5)])
def test_the_judge_from_outside_agrees(tables, size):
    rounds = most_rounds(tables, size)
    seats = [[[f"p{who}" for who in table] for table in one] for one in design(tables, size, rounds).tolist()]

    verdict = judged(golfers(tables, size, rounds), seats)

    assert (verdict.hard, verdict.repeats) == (0, 0)


@pytest.mark.parametrize(("tables", "size"), [(20, 2), (25, 8), (27, 3), (30, 9), (32, 16), (49, 8), (250, 8)])
def test_larger_shapes_are_repeat_free_too(tables, size):
    made = design(tables, size, min(6, most_rounds(tables, size)))

    assert repeated_meetings(made) == 0


@pytest.mark.parametrize(("tables", "size"), PUBLISHED)
def test_nothing_goes_past_what_is_possible(tables, size):
    assert most_rounds(tables, size) <= bound(tables * size, size)


def test_more_rounds_than_are_known_are_refused_plainly():
    assert design(10, 10, 5) is None


def test_tables_larger_than_their_number_have_one_round():
    assert (most_rounds(3, 8), design(3, 8, 2)) == (1, None)


@pytest.mark.parametrize("shape", [(0, 4, 1), (4, 0, 1), (4, 4, 0)])
def test_nothing_is_no_table(shape):
    with pytest.raises(ValueError, match="at least"):
        design(*shape)


def test_the_judge_notices_two_who_changed_places():
    made = design(10, 7, 7).copy()
    made[3, 0, 0], made[3, 1, 0] = made[3, 1, 0], made[3, 0, 0]

    assert repeated_meetings(made) > 0


def test_the_judge_notices_somebody_who_sits_twice():
    made = design(10, 7, 7).copy()
    made[3, 0, 0] = made[3, 1, 0]

    with pytest.raises(NotAPlan):
        repeated_meetings(made)


def test_the_same_plan_comes_every_time():
    assert np.array_equal(design(9, 4, 11), design(9, 4, 11))

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.mixing.introductions.matching import match
from goldenthread.mixing.introductions.pairs import NotCandidates, Pairs, no_pairs
from goldenthread.mixing.introductions.tests.judge import blocking, graphs


def matched(pairs, limits, **how):
    columns = np.array(pairs, dtype=np.int64).reshape(-1, 3).T
    return [pairs[at] for at in match(Pairs(len(limits), *columns), np.array(limits, dtype=np.int64), **how)]


@given(graphs(), st.sampled_from([1, 3]))
@settings(max_examples=300, deadline=None)
def test_no_two_people_would_both_rather_have_each_other(graph, step):
    pairs, limits = graph

    chosen = matched(pairs, limits, step=step)

    assert blocking(pairs, chosen, limits, step) == []


@given(graphs())
@settings(max_examples=300, deadline=None)
def test_nobody_gets_more_than_they_asked_for(graph):
    pairs, limits = graph

    ends = [person for pair in matched(pairs, limits) for person in pair[:2]]

    assert [person for person in range(len(limits)) if ends.count(person) > limits[person]] == []


def test_the_judge_notices_a_pair_that_blocks():
    assert blocking([(0, 1, 5), (1, 2, 4)], [(1, 2, 4)], [1, 1, 1]) == [(0, 1, 5)]


def test_a_difference_below_a_step_does_not_block():
    assert blocking([(0, 1, 5), (1, 2, 4)], [(1, 2, 4)], [1, 1, 1], step=3) == []


# One tie, one place each. The walk takes 5-7, 1-4 and 2-3, after which 0 and 6 have nobody left. Turned round, 0 meets 1,
# whose 4 meets 6.
HIDDEN = [(1, 2), (3, 6), (5, 7), (1, 4), (5, 6), (0, 1), (2, 3), (4, 6), (0, 5)]


def test_within_a_tie_one_more_introduction_is_found():
    pairs = [(*ends, 7) for ends in HIDDEN]

    walked, turned = matched(pairs, [1] * 8, passes=0), matched(pairs, [1] * 8)

    assert [pair[:2] for pair in walked] == [(5, 7), (1, 4), (2, 3)]
    assert [pair[:2] for pair in turned] == [(5, 7), (0, 1), (2, 3), (4, 6)]


@given(graphs())
@settings(max_examples=300, deadline=None)
def test_augmenting_never_leaves_fewer_within_one_tie(graph):
    pairs, limits = [(one, other, 5) for one, other, _ in graph[0]], graph[1]

    assert len(matched(pairs, limits)) >= len(matched(pairs, limits, passes=0))


def test_augmenting_finds_what_the_walk_did_not():
    dice = np.random.default_rng(3)
    ends = {tuple(sorted(pair)) for pair in dice.integers(0, 300, (600, 2)).tolist() if pair[0] != pair[1]}
    pairs = [(*pair, 5) for pair in sorted(ends)]

    assert len(matched(pairs, [2] * 300)) > len(matched(pairs, [2] * 300, passes=0))


def test_it_is_the_same_each_time():
    pairs = [(0, 1, 2), (1, 2, 2), (2, 3, 2), (0, 3, 2)]

    assert matched(pairs, [1] * 4) == matched(pairs, [1] * 4)


def test_nobody_to_choose_from_is_no_trouble():
    assert len(match(no_pairs(3), np.array([1, 1, 1]))) == 0


@pytest.mark.parametrize(
    ("pairs", "limits"),
    [
        ([(0, 0, 1)], [1, 1]),
        ([(0, 2, 1)], [1, 1]),
        ([(-1, 1, 1)], [1, 1]),
        ([(0, 1, 0)], [1, 1]),
        ([(0, 1, 1), (1, 0, 1)], [1, 1]),
        ([(0, 1, 1)], [1, -1]),
    ],
)
def test_columns_that_cannot_be_are_refused(pairs, limits):
    with pytest.raises(NotCandidates):
        matched(pairs, limits)


def test_a_step_is_at_least_one():
    with pytest.raises(ValueError, match="at least 1"):
        matched([(0, 1, 1)], [1, 1], step=0)

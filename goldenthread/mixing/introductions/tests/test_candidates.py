from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.mixing.introductions.candidates import candidates
from goldenthread.mixing.introductions.directory import directory
from goldenthread.mixing.introductions.tests.judge import circles, may_meet
from goldenthread.mixing.introductions.values import Seeker

NEVER = np.array([], dtype=np.int64)


def made(seekers, never=NEVER, most=20, along=30):
    pairs = candidates(directory(seekers), never, most=most, along=along)
    return {(one, other): score for one, other, score in zip(pairs.one, pairs.other, pairs.score, strict=True)}


@given(circles())
@settings(max_examples=50, deadline=None)
def test_whoever_may_meet_is_a_candidate_and_nobody_else(seekers):
    wanted = {pair for pair in combinations(range(len(seekers)), 2) if may_meet(*(seekers[row] for row in pair))}

    assert set(made(seekers)) == wanted


@given(circles(), st.integers(1, 3))
@settings(max_examples=50, deadline=None)
def test_nobody_is_compared_with_more_than_was_asked(seekers, most):
    rows = [row for pair in made(seekers, most=most) for row in pair]

    assert [row for row in set(rows) if rows.count(row) > most] == []


@given(circles())
@settings(max_examples=50, deadline=None)
def test_the_order_of_the_list_decides_nothing(seekers):
    last = len(seekers) - 1

    turned = made(seekers[::-1], most=2, along=2)

    assert {(last - other, last - one): score for (one, other), score in turned.items()} == made(
        seekers, most=2, along=2
    )


@given(circles())
@settings(max_examples=50, deadline=None)
def test_pairs_that_must_never_meet_are_never_candidates(seekers):
    never = np.array([one * len(seekers) + other for one, other in made(seekers)][:1], dtype=np.int64)

    left = made(seekers, never)

    assert len(left) == len(made(seekers)) - len(never)


def test_the_score_counts_what_is_shared_and_what_helps():
    one = Seeker("p0", "", "health", frozenset("abcd"), offers=frozenset("xy"), needs=frozenset("z"))
    other = Seeker("p1", "", "justice", frozenset("abcd"), offers=frozenset("z"), needs=frozenset("xy"))

    assert made((one, other)) == {(0, 1): 3 + 2 * 2 + 2 * 1}

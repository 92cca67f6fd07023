"""What matters most: new faces, kinds, or some of both. A kind that nobody told is not counted, and chance is what it is held against."""

from dataclasses import replace

import pytest

from goldenthread.mixing.designs.bank import design
from goldenthread.mixing.tables import EMPHASES, Guest, Instance, Plan, Table, mix, tally
from goldenthread.mixing.tables.instance.values import Weights

# 30 people of three sectors at six tables of five in six rounds: whoever meets most people sits with their own sector as by chance.
PEOPLE = tuple(Guest(f"p{n}", sector=f"s{n % 3}", role=f"r{n % 5}") for n in range(30))
TIGHT = Instance(6, PEOPLE, tuple(Table(f"t{n}", 5, 5) for n in range(6)))


def counts_of(word, instance=TIGHT):
    weighed = replace(instance, weights=EMPHASES[word])
    return tally(weighed, mix(weighed, iterations=1500, start=design))


@pytest.fixture(scope="module")
def counts():
    return {word: counts_of(word) for word in EMPHASES}


def test_as_it_was_is_what_nobody_has_to_choose():
    assert (EMPHASES["people"], next(iter(EMPHASES))) == (Weights(), "people")


def test_kinds_are_spread_far_better_than_by_chance_where_they_matter_most(counts):
    assert [counts["kinds"].spread[kind].mix > 0.8 for kind in ("sector", "role")] == [True, True]
    assert counts["people"].spread["sector"].mix < counts["kinds"].spread["sector"].mix


def test_the_more_kinds_matter_the_more_people_meet_again(counts):
    """From a design, in which nobody meets twice, and which knows no kind."""
    repeats = [counts[word].repeats for word in ("people", "both", "kinds")]
    pairs = [counts[word].spread["sector"].pairs for word in ("people", "both", "kinds")]

    assert (repeats[0], repeats == sorted(set(repeats)), pairs == sorted(set(pairs), reverse=True)) == (0, True, True)


def test_whatever_matters_most_no_hard_wish_is_broken():
    apart = replace(TIGHT, apart=(frozenset({"p0", "p1"}), frozenset({"p2", "p4"})))

    assert counts_of("kinds", apart).hard == 0


def test_what_nobody_told_is_not_counted():
    some = tuple(replace(guest, role=None if n > 3 else "nurse") for n, guest in enumerate(PEOPLE))
    plan = Plan((tuple(tuple(f"p{n}" for n in range(at, at + 5)) for at in range(0, 30, 5)),))

    spread = tally(replace(TIGHT, people=some, rounds=1), plan).spread

    assert (spread["role"].pairs, spread["role"].least, spread["region"].pairs, spread["region"].mix) == (6, 0, 0, 1)

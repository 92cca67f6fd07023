"""No number below five, and none that a subtraction brings to light; with controls that show what would."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.kit.suppression import SMALLEST_SHOWN, rounded, rounded_cells, steady_counts

NAMES = "abcd"
CELLS = list(combinations_with_replacement(NAMES, 2))
LINES = [[cell for cell in CELLS if name in cell] for name in NAMES]
TABLES = st.lists(st.integers(0, 12), min_size=len(CELLS), max_size=len(CELLS)).map(
    lambda counts: dict(zip(CELLS, counts, strict=True))
)

# On a busy machine the clock says nothing about what is tested.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def worked_out(counts, public_counts, line):
    """What somebody learns who knows the true sum of a line and everything that is shown of it, exactly: the sum of the
    hidden ones, and how many they are. None if that is nothing or no secret."""
    hidden = [counts[cell] for cell in line if cell not in public_counts and counts[cell]]
    gives_away = bool(hidden) and (len(hidden) == 1 or sum(hidden) < SMALLEST_SHOWN)
    return hidden if gives_away else None


@unhurried
@given(TABLES)
def test_nothing_below_five_is_shown_and_all_are_rounded_down(counts):
    public_counts = rounded_cells(counts, LINES)

    assert {count for count in public_counts.values() if count < SMALLEST_SHOWN or count % SMALLEST_SHOWN} == set()
    assert [cell for cell, count in public_counts.items() if not 0 <= counts[cell] - count < SMALLEST_SHOWN] == []


@unhurried
@given(TABLES)
def test_no_subtraction_brings_a_hidden_number_to_light(counts):
    public_counts = rounded_cells(counts, LINES)

    lines = [line for line in [*LINES, CELLS] if any(cell in public_counts for cell in line)]
    assert [secret for line in lines if (secret := worked_out(counts, public_counts, line))] == []


def test_hiding_small_numbers_alone_would_not_be_enough():
    counts = dict.fromkeys(CELLS, 20) | {("a", "b"): 3}
    naive = {cell: count for cell, count in counts.items() if count >= SMALLEST_SHOWN}

    assert worked_out(counts, naive, LINES[0]) == [3]
    assert worked_out(counts, rounded_cells(counts, LINES), LINES[0]) is None


def test_a_cell_of_too_few_people_is_hidden_whatever_it_counts():
    counts = dict.fromkeys(CELLS, 20)

    public_counts = rounded_cells(counts, LINES, few=[("a", "b")])

    assert ("a", "b") not in public_counts
    assert [worked_out(counts, public_counts, line) for line in LINES] == [None] * 4


@pytest.mark.parametrize(("count", "shown"), [(5, 5), (12, 10)])
def test_what_needs_no_hiding_is_shown(count, shown):
    assert rounded_cells(dict.fromkeys(CELLS, count), LINES) == dict.fromkeys(CELLS, shown)


def test_nothing_more_is_hidden_than_has_to_be():
    assert rounded_cells({("a", "a"): 20, ("a", "b"): 3, ("b", "b"): 2}, []) == {("a", "a"): 20}


def test_where_everything_gives_something_away_nothing_is_shown():
    assert rounded_cells({("a", "a"): 3, ("a", "b"): 20}, []) == {}
    assert rounded_cells({("a", "a"): 20}, [], few=[("a", "a")]) == {}


@pytest.mark.parametrize(
    ("counts", "public_counts"),
    [
        ({"a": 4}, {}),
        ({"a": 5}, {"a": 5}),
        ({"a": 12, "b": 9, "c": 0}, {"a": 10, "b": 5}),
        # One hidden count is the rest of a subtraction, so another hides with it.
        ({"a": 12, "b": 9, "c": 4}, {"a": 10}),
        ({"a": 12, "b": 9, "c": 1, "d": 2}, {"a": 10}),
        ({"a": 12, "b": 9, "c": 4, "d": 3}, {"a": 10, "b": 5}),
        ({"a": 12, "b": 3, "c": 2}, {"a": 10}),
        ({}, {}),
    ],
)
def test_no_count_is_below_five_or_can_be_worked_out(counts, public_counts):
    assert rounded(counts) == public_counts


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        ({"a": 10}, {"a": 14}, {"a": 10}),
        ({"a": 10}, {"a": 15}, {"a": 15}),
        ({"a": 10}, {"a": 6}, {"a": 10}),
        ({"a": 10}, {"a": 5}, {"a": 5}),
        ({"a": 10}, {}, {"a": 0}),
        ({"a": 4}, {}, {"a": 4}),
        ({}, {"a": 4}, {"a": 0}),
        ({}, {"a": 5}, {"a": 5}),
    ],
)
def test_a_count_moves_only_by_five_at_least(before, now, shown):
    assert steady_counts(before, now) == shown

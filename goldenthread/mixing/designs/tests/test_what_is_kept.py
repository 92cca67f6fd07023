"""What the bank keeps in its three small files is what it says it is."""

from itertools import combinations

import numpy as np
import pytest

from goldenthread.mixing.designs.arrays import array, columns_known
from goldenthread.mixing.designs.fields import field
from goldenthread.mixing.designs.repeats import repeated_meetings
from goldenthread.mixing.designs.starters import develop, from_starter
from goldenthread.mixing.designs.stored import group_sums, kept

STARTERS = [tuple(map(int, name.split("-"))) for name in kept("starters")]


@pytest.mark.parametrize(("tables", "size"), STARTERS)
def test_a_base_round_moves_into_rounds_without_repeats(tables, size):
    assert repeated_meetings(from_starter(tables, size)) == 0


def test_a_damaged_base_round_is_found_out():
    entry = kept("starters")["9-4"]
    damaged = np.array(entry["base"])
    damaged[0, [0, 4]] = damaged[0, [4, 0]]

    assert repeated_meetings(develop(damaged, tuple(entry["group"]), 9, np.array([]))) > 0


@pytest.mark.parametrize("name", kept("packings"))
def test_two_rows_of_a_packing_differ_differently_in_each_round(name):
    assert same_differences(name, np.array(kept("packings")[name]["matrix"])) == 0


@pytest.mark.parametrize("name", kept("packings"))
def test_a_damaged_packing_is_found_out(name):
    damaged = np.array(kept("packings")[name]["matrix"])
    damaged[1] = damaged[0]

    assert same_differences(name, damaged) > 0


@pytest.mark.parametrize("order", [4, 6, 8, 9, 10, 12, 14, 15, 16, 18, 20, 25, 27])
def test_an_array_has_every_pair_in_every_two_columns(order):
    rows = array(order)

    pairs = [len(np.unique(rows[:, a] * order + rows[:, b])) for a, b in combinations(range(rows.shape[1]), 2)]
    assert (rows.shape, set(pairs)) == ((order**2, columns_known(order)), {order**2})


@pytest.mark.parametrize("order", [2, 3, 4, 5, 8, 9, 16, 25, 27, 32, 49])
def test_in_a_field_everything_but_nothing_divides(order):
    sums, products = field(order)

    rows = [np.sort(sums), np.sort(products[1:, :])]
    assert all(np.array_equal(row, np.broadcast_to(np.arange(order), row.shape)) for row in rows)


def test_there_is_no_field_of_six():
    with pytest.raises(ValueError, match="no field with 6"):
        field(6)


@pytest.mark.parametrize("drawer", ["starters", "packings", "squares"])
def test_everything_kept_names_its_source(drawer):
    assert all(entry["source"] for entry in kept(drawer).values())


def same_differences(name, matrix):
    """How many differences between two rows come again in another round."""
    sums = group_sums(tuple(kept("packings")[name]["group"]))
    minus = np.argmin(sums, axis=1)
    rows = [sums[one, minus[other]] for one, other in combinations(matrix, 2)]
    return sum(len(row) - len(np.unique(row)) for row in rows)

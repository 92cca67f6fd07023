"""Names as people carry them."""

import pytest

from goldenthread.mixing.sheet.names import as_spoken, first, first_name, short, told_apart


@pytest.mark.parametrize(
    ("names", "slips"),
    [
        (["Bo Berg", "Ida Lund"], ["Bo B.", "Ida L."]),
        (["Bo Berg", "Bo Blom", "Ida"], ["Bo Be.", "Bo Bl.", "Ida"]),
        (["Bo Berg (arts)", "Bo Berg (health)"], ["Bo Berg (arts)", "Bo Berg (health)"]),
        (["Ana Maria de la Cruz"], ["Ana C."]),
        (["Bo Be", "Bo Berg"], ["Bo Be", "Bo Ber."]),
        ([], []),
    ],
)
def test_a_slip_has_first_name_and_initial_and_more_only_where_it_must(names, slips):
    assert short(names) == slips


@pytest.mark.parametrize(
    ("name", "spoken", "first_one"),
    [
        ("Dean, Cathy", "Cathy Dean", "Cathy"),
        ("DEAN, CATHY", "CATHY DEAN", "CATHY"),
        ("de Souza, Ana Maria", "Ana Maria de Souza", "Ana"),
        ("Cathy Dean, RMN", "Cathy Dean", "Cathy"),
        ("Cathy Dean, nurse", "Cathy Dean, nurse", "Cathy Dean, nurse"),
        ("Mr & Mrs Dean", "Mr & Mrs Dean", "Mr & Mrs Dean"),
        ("Cathy and Bob Dean", "Cathy and Bob Dean", "Cathy and Bob Dean"),
        ("Dr Cathy Dean", "Dr Cathy Dean", "Cathy"),
        ("Mrs Dean", "Mrs Dean", "Mrs Dean"),
        ("Mr de Souza", "Mr de Souza", "Mr de Souza"),
        ("Cathy", "Cathy", "Cathy"),
        ("", "", ""),
    ],
)
def test_nobody_is_greeted_by_halves(name, spoken, first_one):
    assert (as_spoken(name), first_name(name)) == (spoken, first_one)


def test_two_of_one_name_are_told_apart():
    assert told_apart(["Bo", "Bo", "bo", "Ida", "Bo (1)", "P 1", "P 2"], ["a", "b", "b", "", "", "", ""]) == [
        "Bo (a)",
        "Bo (2)",
        "bo (3)",
        "Ida",
        "Bo (1)",
        "P 1",
        "P 2",
    ]


def test_those_who_sit_together_have_first_names_and_more_where_two_are_alike():
    assert first(["Ann Weir", "Ben Weir", "Ann Moon", "Kit"]) == ["Ann W.", "Ben", "Ann M.", "Kit"]

"""What cannot be done is said: the smallest set of wishes, named, and never a false alarm."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goldenthread.mixing.tables.explain.impossible import conflict
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Table

STEP_FREE = frozenset({"step-free"})


def gathering(*people: Guest, tables: int = 2, most: int = 4, **wishes) -> Instance:
    return Instance(1, people, tuple(Table(f"t{n}", 1, most) for n in range(tables)), **wishes)


def pairs(*sets: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(one.split()) for one in sets)


ANN, BO, CY, DI, EVE = (Guest(name) for name in ("ann", "bo", "cy", "di", "eve"))
LIFT = (Table("t0", 1, 1, STEP_FREE), Table("t1", 1, 9))

CONFLICTS = {
    "nothing": (gathering(ANN, BO), ()),
    "one with lived experience": (
        gathering(replace(ANN, lived=True), BO),
        ("ann should not be the only one with lived",),
    ),
    "two with lived experience, apart": (
        gathering(replace(ANN, lived=True), replace(BO, lived=True), apart=pairs("ann bo")),
        ("ann should not be the only one with lived", "ann and bo sit apart"),
    ),
    "more needs than seats": (
        Instance(1, tuple(Guest(name, needs=STEP_FREE) for name in ("ann", "bo", "cy")), LIFT),
        ("No table seats more", "2 people need a table with step-free: "),
    ),
    "a need that no table meets": (gathering(replace(ANN, needs=STEP_FREE)), ("ann needs a table with step-free",)),
    "together and apart": (
        gathering(ANN, BO, apart=pairs("ann bo"), together=pairs("ann bo")),
        ("ann and bo sit together", "ann and bo sit apart"),
    ),
    "apart, through a chain of together": (
        gathering(ANN, BO, CY, DI, together=pairs("ann bo", "cy di", "bo cy"), apart=pairs("ann di", "ann eve")),
        ("ann and bo sit together", "bo and cy sit together", "cy and di sit together", "ann and di sit apart"),
    ),
    "a host of two tables": (
        gathering(ANN, hosts=(Host("ann", "t0"), Host("ann", "t1"))),
        ("ann hosts t0", "ann hosts t1"),
    ),
    "hosts of one table who are kept apart": (
        gathering(ANN, BO, hosts=(Host("ann", "t0"), Host("bo", "t0")), apart=pairs("ann bo")),
        ("ann hosts t0", "bo hosts t0", "ann and bo sit apart"),
    ),
    "hosts of two tables who stay together": (
        gathering(ANN, BO, hosts=(Host("ann", "t0"), Host("bo", "t1")), together=pairs("ann bo")),
        ("ann hosts t0", "ann and bo sit together", "bo hosts t1"),
    ),
    "a host who is not there": (
        gathering(replace(ANN, present=frozenset()), BO, hosts=(Host("ann", "t0", frozenset({0})),)),
        ("ann hosts t0",),
    ),
    "a host of a table that is closed": (
        Instance(1, (ANN,), (Table("t0", open=frozenset()), Table("t1")), hosts=(Host("ann", "t0"),)),
        ("ann hosts t0",),
    ),
    "too few seats": (gathering(ANN, BO, CY, most=1), ("No table seats more",)),
    "a table that cannot be filled": (Instance(1, (ANN, BO), (Table("t0", 3, 4),)), ("Each table that is used seats",)),
    "sizes between which nothing fits": (
        Instance(1, (ANN, BO, CY, DI, EVE), (Table("t0", 3, 4), Table("t1", 3, 4))),
        ("No table seats more", "Each table that is used seats"),
    ),
    "a host whose table has too few seats for who stays with them": (
        gathering(ANN, BO, most=1, hosts=(Host("ann", "t0"),), together=pairs("ann bo")),
        ("No table seats more", "ann and bo sit together"),
    ),
    "four who are apart at three tables": (
        gathering(ANN, BO, CY, DI, tables=3, apart=pairs("ann bo cy di")),
        ("ann, bo, cy and di sit apart",),
    ),
    "a host in the one seat that somebody needs": (
        Instance(1, (replace(ANN, needs=STEP_FREE), BO), LIFT, hosts=(Host("bo", "t0"),)),
        ("No table seats more", "ann needs a table with step-free", "bo hosts t0"),
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_smallest_set_of_wishes_is_named(name):
    instance, wanted = CONFLICTS[name]

    found = conflict(instance, seconds=20)

    said = (
        [line.removeprefix("  - ") for line in found.in_words().splitlines()[1 + len(found.facts) :]] if found else []
    )
    assert [line[: len(start)] for line, start in zip(said, wanted, strict=True)] == list(wanted)


def test_the_facts_are_told_beside_the_wishes():
    found = conflict(CONFLICTS["more needs than seats"][0], seconds=20)

    assert found is not None
    assert found.facts == (
        "There is 1 seat with step-free.",
        "3 people are there.",
        "2 tables are open, with 10 seats.",
    )


def test_what_was_held_is_not_judged_any_more():
    lone = gathering(replace(ANN, lived=True), BO)

    assert conflict(replace(lone, past=((("ann", "bo"), ()),))) is None


def test_a_home_group_is_judged_as_one():
    people = (
        replace(ANN, lived=True),
        replace(BO, lived=True, present=frozenset({0})),
        replace(CY, lived=True, present=frozenset({1})),
    )
    apart = pairs("ann cy")
    home = Instance(2, people, (Table("t0"), Table("t1")), apart=apart, home=((0, 1),))

    found = conflict(home, seconds=20)

    assert found is not None
    assert [wish.kind for wish in found.wishes] == ["company", "apart"]


def test_a_home_group_cannot_sit_together_and_apart():
    home = Instance(
        2, (ANN, BO), (Table("t0"), Table("t1")), apart=pairs("ann bo"), together=pairs("ann bo"), home=((0, 1),)
    )

    found = conflict(home, seconds=20)

    assert found is not None
    assert [wish.kind for wish in found.wishes] == ["together", "apart"]

"""The exact programme, asked directly: what it counts, what it tells apart, and what is too large for it."""

import pytest

from goldenthread.mixing.tables.explain import feasibility
from goldenthread.mixing.tables.explain.feasibility import can_be_done
from goldenthread.mixing.tables.explain.wishes import sittings
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Table
from goldenthread.mixing.tables.tests.test_impossible import ANN, BO, CY, DI, gathering, pairs

FIRST, SECOND = frozenset({0}), frozenset({1})


def done(instance: Instance) -> bool | None:
    sitting = next(sittings(instance))
    return can_be_done(sitting, sitting.wishes, 20)


def home(*people: Guest, **wishes) -> Instance:
    """Two rounds in which everybody stays at their table, and two tables."""
    return Instance(2, people, (Table("t0"), Table("t1")), home=((0, 1),), **wishes)


def lived(*names: str) -> tuple[Guest, ...]:
    return tuple(Guest(name, lived=True) for name in names)


@pytest.fixture
def largest(monkeypatch):
    """So many kinds of people times tables, and no more."""
    return lambda number: monkeypatch.setattr(feasibility, "LARGEST", number)


def test_nobody_can_always_be_seated():
    assert done(gathering()) is True


@pytest.mark.parametrize(("most", "can"), [(2, False), (3, True)])
def test_two_who_stay_together_take_two_seats(most, can):
    assert done(gathering(ANN, BO, CY, tables=1, most=most, together=pairs("ann bo"))) is can


def test_three_who_stay_together_take_three_seats():
    assert done(gathering(ANN, BO, CY, tables=1, most=3, together=pairs("ann bo cy"))) is True


@pytest.mark.parametrize(("seats", "can"), [(1, False), (2, True), (3, True)])
def test_people_alike_keep_each_other_company(seats, can):
    assert done(gathering(*lived("ann", "bo", "cy")[:seats], tables=1)) is can


def test_of_three_alike_none_is_left_alone_at_a_table_of_two():
    assert done(gathering(*lived("ann", "bo", "cy"), tables=2, most=2)) is False


def test_who_never_meets_is_not_kept_together():
    ann, bo, cy = Guest("ann", present=FIRST), Guest("bo", present=FIRST), Guest("cy", present=SECOND)
    hosts = (Host("ann", "t0"), Host("cy", "t1"))

    assert done(home(ann, bo, cy, together=pairs("ann bo cy"), hosts=hosts)) is True


def test_who_never_meets_is_not_kept_apart():
    ann, bo = Guest("ann", present=FIRST), Guest("bo", present=SECOND)

    assert done(home(ann, bo, CY, apart=pairs("ann bo cy"))) is True


@pytest.mark.parametrize(("number", "known"), [(1, None), (2, True)])
def test_what_is_too_large_is_not_known(largest, number, known):
    largest(number)

    assert done(gathering(ANN, BO)) is known


def test_hosts_make_it_no_larger(largest):
    largest(2)

    assert done(gathering(ANN, BO, CY, DI, hosts=(Host("ann", "t0"), Host("bo", "t1")))) is True

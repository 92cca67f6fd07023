"""The rules that protect people, switched off one by one: each is missed at once, and the front door refuses."""

import pytest

from goldenthread.mixing.tables.instance.values import Guest, Instance, Table
from goldenthread.mixing.tables.search import keep_apart, sitting, table_cost
from goldenthread.mixing.tables.search.limits import Limits
from goldenthread.mixing.tables.search.mix import CannotBeDone, mix
from goldenthread.mixing.tables.search.running import run
from goldenthread.mixing.tables.tests.judge import verdict

STEP_FREE = frozenset({"step-free"})
GUARDS = [("lived-alone", table_cost), ("apart", keep_apart), ("access-need", sitting)]


def gathering():
    """Thirty people, a few of whom each rule protects, at tables that must all be full."""
    people = tuple(
        Guest(
            f"p{n}",
            sector="ab"[n % 2],
            lived=n % 5 == 0,
            needs=STEP_FREE if n % 7 == 3 else frozenset(),
        )
        for n in range(30)
    )
    tables = tuple(Table(f"t{n}", 6, 6, STEP_FREE if n < 2 else frozenset()) for n in range(5))
    apart = tuple(frozenset({f"p{n}", f"p{n + 1}"}) for n in range(0, 28, 3))
    return Instance(3, people, tables, apart=apart)


def test_with_every_guard_nothing_is_broken():
    instance = gathering()

    assert verdict(instance, mix(instance, iterations=1500)).faults == {}


@pytest.mark.parametrize(("rule", "module"), GUARDS)
def test_without_its_guard_a_rule_is_broken(rule, module, monkeypatch):
    instance = gathering()
    monkeypatch.setattr(module, "NEVER", 0)

    plan = run(instance, Limits(None, 1500), 0, None, None)

    assert verdict(instance, plan).faults.keys() == {rule}


@pytest.mark.parametrize(("rule", "module"), GUARDS)
def test_without_its_guard_the_front_door_refuses(rule, module, monkeypatch):
    instance = gathering()
    monkeypatch.setattr(module, "NEVER", 0)

    with pytest.raises(CannotBeDone) as refusal:
        mix(instance, iterations=1500)

    assert refusal.value.faults.keys() == {rule}

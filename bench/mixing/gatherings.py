"""Gatherings as the independent checker makes them, read into ours."""

import importlib.util
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Plan, Table, Tie

CHECKER = next(
    (
        up / "shared/mixing/check_mixing.py"
        for up in Path(__file__).resolve().parents
        if (up / "shared/mixing").is_dir()
    ),
    Path("shared/mixing/check_mixing.py"),
)


def checker() -> Any:
    spec = importlib.util.spec_from_file_location("check_mixing", CHECKER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(made: dict[str, Any]) -> Instance:
    return Instance(
        rounds=made["rounds"],
        people=tuple(_guest(person) for person in made["people"]),
        tables=tuple(Table(t["id"], t["min"], t["max"], frozenset(t.get("features", ()))) for t in made["tables"]),
        hosts=tuple(Host(host["person"], host["table"]) for host in made.get("hosts", ())),
        apart=tuple(map(frozenset, made.get("apart", ()))),
        together=tuple(map(frozenset, made.get("together", ()))),
        ties=tuple(Tie(*tie) for tie in made.get("ties", ())),
    )


def _guest(person: dict[str, Any]) -> Guest:
    present = person.get("present")
    return Guest(
        id=person["id"],
        sector=person.get("sector"),
        familiar=person.get("familiar"),
        lived=person.get("lived", False),
        needs=frozenset(person.get("needs", ())),
        present=None if present is None else frozenset(present),
    )


def disturbed(instance: Instance, told: Plan, held: int, seed: int, share: float = 0.05) -> Instance:
    """After `held` rounds so many people do not come again; hosts and those kept together are spared."""
    dice = Random(seed)
    gone = set(dice.sample(_movable(instance), round(share * len(instance.people))))
    people = tuple(_gone(guest, held) if guest.id in gone else guest for guest in instance.people)
    return _after(instance, told, held, people)


def disturbed_again(instance: Instance, told: Plan, held: int, seed: int) -> Instance:
    """After one round more so many come late, half as many leave, one host does not come and another's table closes."""
    dice = Random(seed)
    many = round(0.03 * len(instance.people))
    gone = set(dice.sample(_movable(instance), many // 2))
    missing, closing = dice.sample(instance.hosts, 2)
    people = tuple(_gone(guest, held) if guest.id in gone | {missing.person} else guest for guest in instance.people)
    sectors = [guest.sector for guest in instance.people]
    late = tuple(
        Guest(
            f"late{n}",
            dice.choice(sectors),
            familiar=dice.random() < 0.4,
            present=frozenset(range(held, instance.rounds)),
        )
        for n in range(many)
    )
    tables = tuple(
        replace(table, open=frozenset(range(held))) if table.id == closing.table else table for table in instance.tables
    )
    # Who hosts the table that closes is free to sit elsewhere.
    hosts = tuple(replace(host, rounds=frozenset(range(held))) if host == closing else host for host in instance.hosts)
    return replace(_after(instance, told, held, people + late), tables=tables, hosts=hosts)


def _after(instance: Instance, told: Plan, held: int, people: tuple[Guest, ...]) -> Instance:
    return replace(instance, people=people, past=told.rounds[:held], announced=told.rounds)


def _movable(instance: Instance) -> list[str]:
    """People about whom nobody has a wish that must be met, and who are there to the end."""
    spared = {host.person for host in instance.hosts} | {person for group in instance.together for person in group}
    last = instance.rounds - 1
    return [g.id for g in instance.people if g.id not in spared and not g.lived and g.is_there(last)]


def _gone(guest: Guest, held: int) -> Guest:
    return replace(guest, present=frozenset(r for r in range(held) if guest.is_there(r)))

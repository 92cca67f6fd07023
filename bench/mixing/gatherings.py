"""Gatherings as the independent checker makes them, read into ours."""

import importlib.util
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from goldenthread.mixing.tables.instance import Guest, Host, Instance, Plan, Table, Tie

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
    spared = {host.person for host in instance.hosts} | {person for group in instance.together for person in group}
    names = [guest.id for guest in instance.people if guest.id not in spared and not guest.lived]
    gone = set(dice.sample(names, round(share * len(instance.people))))
    people = tuple(_gone(guest, held) if guest.id in gone else guest for guest in instance.people)
    return replace(instance, people=people, past=told.rounds[:held], announced=told.rounds)


def _gone(guest: Guest, held: int) -> Guest:
    return replace(guest, present=frozenset(r for r in range(held) if guest.is_there(r)))

"""Instances and plans as JSON, in the formats of the independent checker. Each round, person and wish has its own line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import combinations
from typing import Any

from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Plan, Round, Table


def plan_as_json(plan: Plan) -> str:
    return _written({"rounds": plan.rounds})


def instance_as_json(instance: Instance) -> str:
    """The instance. The checker knows pairs only, so a larger set is written as all its pairs."""
    fields: dict[str, Any] = {
        "name": instance.name,
        "rounds": instance.rounds,
        "people": [_kept(_guest(guest)) for guest in instance.people],
        "tables": [_kept(_table(table)) for table in instance.tables],
        "hosts": [_kept(_host(host)) for host in instance.hosts],
        "apart": _pairs(instance.apart),
        "together": _pairs(instance.together),
        "ties": [[tie.one, tie.other, tie.count] for tie in instance.ties],
        "home": instance.home,
        "past": instance.past,
        "announced": instance.announced,
    }
    # On the last line, because it is an object of its own.
    return _written(_kept(fields) | {"weights": asdict(instance.weights)})


def rounds_as_lists(rounds: Iterable[Round]) -> list[list[list[str]]]:
    return [[list(people) for people in round_] for round_ in rounds]


def _guest(guest: Guest) -> dict[str, Any]:
    return {
        "id": guest.id,
        "sector": guest.sector,
        "familiar": guest.familiar,
        "lived": guest.lived,
        "needs": sorted(guest.needs),
        "present": _rounds(guest.present),
        "role": guest.role,
        "region": guest.region,
    }


def _table(table: Table) -> dict[str, Any]:
    features = sorted(table.features)
    return {"id": table.id, "min": table.min, "max": table.max, "features": features, "open": _rounds(table.open)}


def _host(host: Host) -> dict[str, Any]:
    return {"person": host.person, "table": host.table, "rounds": _rounds(host.rounds)}


def _rounds(rounds: frozenset[int] | None) -> list[int] | None:
    return None if rounds is None else sorted(rounds)


def _pairs(sets: Iterable[frozenset[str]]) -> list[list[str]]:
    return [list(pair) for one in sets for pair in combinations(sorted(one), 2)]


def _kept(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Without what was not said. A person who is in no round keeps their empty list: left out, it would mean every one."""
    said = {"present", "open", "rounds"}
    return {
        name: value
        for name, value in fields.items()
        if (name in said and value is not None) or value not in (None, "", [], (), {})
    }


def _written(fields: Mapping[str, Any]) -> str:
    lines = (f"{_json(name)}: {_lines(value)}" for name, value in fields.items())
    return "{" + ",\n ".join(lines) + "}\n"


def _lines(value: Any) -> str:
    """A list with each of its members on a line of its own."""
    if not isinstance(value, list | tuple) or not value:
        return _json(value)
    return "[\n  " + ",\n  ".join(map(_json, value)) + "]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

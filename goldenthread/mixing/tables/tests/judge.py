"""The independent judge, which shares no code with us, and instances as it reads them."""

from __future__ import annotations

import importlib.util
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from goldenthread.mixing.tables.instance import Instance, Plan


def judge() -> ModuleType:
    """The checker itself. Where the shared folder is not at hand there is nobody to judge, and the test says so."""
    place = next(
        (
            p / "shared/mixing/check_mixing.py"
            for p in Path(__file__).resolve().parents
            if (p / "shared/mixing").is_dir()
        ),
        None,
    )
    if place is None:
        pytest.skip("the independent checker ../shared/mixing/check_mixing.py is not here")
    spec = importlib.util.spec_from_file_location("check_mixing", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_json(instance: Instance) -> dict[str, Any]:
    """The instance as the judge reads it, where a set of people is all its pairs."""
    return {
        "rounds": instance.rounds,
        "people": [
            {"id": g.id, "sector": g.sector, "familiar": g.familiar, "lived": g.lived, "needs": sorted(g.needs)}
            | ({} if g.present is None else {"present": sorted(g.present)})
            for g in instance.people
        ],
        "tables": [
            {"id": t.id, "min": t.min, "max": t.max, "features": sorted(t.features)}
            | ({} if t.open is None else {"open": sorted(t.open)})
            for t in instance.tables
        ],
        "hosts": [
            {"person": h.person, "table": h.table} | ({} if h.rounds is None else {"rounds": sorted(h.rounds)})
            for h in instance.hosts
        ],
        "apart": [list(pair) for group in instance.apart for pair in combinations(sorted(group), 2)],
        "together": [list(pair) for group in instance.together for pair in combinations(sorted(group), 2)],
        "ties": [[tie.one, tie.other, tie.count] for tie in instance.ties],
    }


def verdict(instance: Instance, plan: Plan) -> dict[str, Any]:
    found: dict[str, Any] = judge().check(as_json(instance), [[list(table) for table in r] for r in plan.rounds])
    return found

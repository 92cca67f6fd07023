"""What the judge from outside says (tests/judges), and instances as it reads them."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from goldenthread.mixing.tables.instance.values import Instance, Plan
from tests.judges.mixing import Verdict, judged


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


def verdict(instance: Instance, plan: Plan) -> Verdict:
    return judged(as_json(instance), plan.rounds)

"""What must not be, of hosts and of those who are kept apart or together, counted by hand."""

import numpy as np
import pytest

from goldenthread.mixing.tables.instance.faults import faults
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Leanings, Plan, Table
from goldenthread.mixing.tables.search.keep_apart import keep_apart
from goldenthread.mixing.tables.search.prices import DEAR, NEVER

PEOPLE = tuple(Guest(name) for name in ("ann", "bo", "cy"))
TABLES = (Table("t0"), Table("t1"))
# Ann sits at the first table in the first round, and at the second one in the next.
PLAN = Plan(((("ann", "bo"), ("cy",)), (("bo", "cy"), ("ann",))))


def away(*hosts: Host) -> int:
    return faults(Instance(2, PEOPLE, TABLES, hosts=hosts), PLAN)["host-away"]


@pytest.mark.parametrize(
    ("host", "times"),
    [
        (Host("ann", "t0"), 1),
        (Host("ann", "t0", frozenset({0})), 0),
        (Host("ann", "t0", frozenset({1})), 1),
        (Host("ann", "t1", frozenset({0})), 1),
        (Host("ann", "t9"), 2),
        (Host("zoe", "t0"), 0),
    ],
)
def test_a_host_is_away_in_rounds_that_they_host_elsewhere(host, times):
    assert away(host) == times


def prices(**wishes) -> dict[str, int]:
    """What it costs that two share a table, where all shared tables cost seven."""
    pairs = np.full((4, 4), 7, dtype=np.int32)
    keep_apart(Instance(2, PEOPLE, TABLES, **wishes), pairs, {"ann": 0, "bo": 1, "cy": 2})
    assert (pairs == pairs.T).all()
    return {"ann bo": int(pairs[0, 1]), "ann cy": int(pairs[0, 2]), "bo cy": int(pairs[1, 2])}


def pair(names: str) -> frozenset[str]:
    return frozenset(names.split())


def test_who_stays_together_is_free_and_who_must_sit_apart_never_shares_a_table():
    # Zoe does not come.
    wishes = {"together": (pair("ann bo"),), "apart": (pair("bo cy zoe"),)}

    assert prices(**wishes) == {"ann bo": 0, "ann cy": 7, "bo cy": NEVER}


def test_who_would_rather_sit_apart_is_dear_and_who_asked_for_somebody_is_drawn_to_them():
    leanings = Leanings(apart=frozenset({pair("ann bo")}), beside=frozenset({pair("bo cy")}))

    assert prices(leanings=leanings) == {"ann bo": 7 + DEAR, "ann cy": 7, "bo cy": 7 - DEAR}


def test_must_is_counted_before_would_rather():
    wishes = {"apart": (pair("ann bo"),), "leanings": Leanings(beside=frozenset({pair("ann bo")}))}

    assert prices(**wishes)["ann bo"] == NEVER - DEAR

"""The judge from outside, judged: it sees each rule broken, counts by hand, and agrees with the checker it was told of."""

from functools import cache
from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.mixing.tables.tests.gatherings import gathering, scrambled
from goldenthread.mixing.tables.tests.judge import as_json
from tests.judges.mixing import golfers, judged

CHECKER = Path(__file__).resolve().parents[5] / "shared" / "mixing" / "check_mixing.py"
# Ann and Bo keep apart, Cy and Di together; Ed hosts the first table, where the hearing loop is that Fi needs.
EVENING = {
    "rounds": 1,
    "people": [
        {"id": "ann", "sector": "arts", "familiar": True},
        {"id": "bo", "sector": "arts", "familiar": False},
        {"id": "cy", "lived": True},
        {"id": "di", "lived": True},
        {"id": "ed"},
        {"id": "fi", "needs": ["hearing loop"]},
        {"id": "gus", "present": []},
    ],
    "tables": [
        {"id": "t0", "min": 2, "max": 3, "features": ["hearing loop"]},
        {"id": "t1", "min": 2, "max": 3},
        {"id": "t2", "open": []},
    ],
    "hosts": [{"person": "ed", "table": "t0"}],
    "apart": [["ann", "bo"]],
    "together": [["cy", "di"]],
    "ties": [["ed", "fi", 4], ["cy", "di", 8]],
}
GOOD = [["ed", "fi", "ann"], ["cy", "di", "bo"], []]
SPOILED = {
    "round-count": [GOOD, GOOD],
    "table-count": [[*GOOD, []]],
    "table-closed": [[["ed", "fi"], ["cy", "di", "bo"], ["ann"]]],
    "under-size": [[["ed"], ["cy", "di", "bo", "ann", "fi"], []]],
    "over-size": [[["ed", "fi", "ann", "bo"], ["cy", "di"], []]],
    "access-need": [[["ed", "bo"], ["cy", "di", "fi"], ["ann"]]],
    "lived-alone": [[["ed", "fi", "cy"], ["di", "bo"], ["ann"]]],
    "unknown-id": [[["ed", "fi", "zoe"], ["cy", "di", "bo"], ["ann"]]],
    "double-seat": [[["ed", "fi", "ann"], ["cy", "di", "bo"], ["ann"]]],
    "absent-seated": [[["ed", "fi", "gus"], ["cy", "di", "bo"], ["ann"]]],
    "unseated": [[["ed", "fi"], ["cy", "di", "bo"], []]],
    "host-away": [[["fi", "ann"], ["cy", "di", "ed"], ["bo"]]],
    "apart": [[["ed", "fi"], ["cy", "di"], ["ann", "bo"]]],
    "together": [[["ed", "fi", "cy"], ["di", "bo"], ["ann"]]],
}


def test_a_plan_without_fault_is_counted_by_hand():
    verdict = judged(EVENING, [GOOD])

    # Ed and Fi met four times before; Bo is new and nobody beside them knows the practice.
    assert (verdict.faults, verdict.repeats, verdict.tie_cost, verdict.orphans) == ({}, 0, 3, 1)
    assert (verdict.sector_pairs, verdict.sector_least, verdict.sector_mix, verdict.score) == (0, 0, 1, 40)


@pytest.mark.parametrize("rule", SPOILED)
def test_each_rule_that_is_broken_is_seen(rule):
    assert judged(EVENING, SPOILED[rule]).faults[rule] > 0


def test_two_who_meet_three_times_repeat_three_times():
    assert judged(golfers(1, 2, 3), [[["p0", "p1"]]] * 3).repeats == 3


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_it_agrees_with_the_checker_beside_the_house(seed, spoiled):
    if not CHECKER.exists():
        pytest.skip("the checker ../shared/mixing/check_mixing.py is not here")
    instance, planted = gathering(seed)
    plan = scrambled(instance, planted, spoiled)

    ours, theirs = judged(as_json(instance), plan.rounds), _check()(as_json(instance), plan.rounds)

    assert ours.faults == theirs["hard_by_kind"]
    assert (ours.repeats, ours.orphans) == (theirs["repeats_C2"], theirs["orphan_tables"])
    assert (ours.sector_pairs, ours.sector_least) == (theirs["sector_pairs"], theirs["sector_lb"])
    assert (ours.tie_cost, ours.score) == pytest.approx((theirs["tie_cost"], theirs["score"]), abs=0.006)


@cache
def _check():
    return run_path(str(CHECKER))["check"]

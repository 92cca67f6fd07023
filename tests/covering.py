"""Coverage makes a test take half as long again, so it looks only at those that show it something.

It never looks at walks through the whole house, state machines and long searches: what only they would touch, no room has a test for.
Nor does it look at files whose every line others touch, too: those stand in covered_elsewhere.txt, which `script/test --measure`
writes anew. A file that is new is looked at.
"""

import os
import sys
from collections import Counter
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any

import coverage
import pytest

from tests.timing import durations

UNSEEN = (
    "goldenthread/desk/tests/test_answered_requests.py",
    "goldenthread/desk/tests/test_readers_never_wait.py",
    "goldenthread/desk/tests/test_weight.py",
    "goldenthread/gatherings/bookings/tests/test_bookings_as_a_machine.py",
    "goldenthread/gatherings/day/tests/test_day_as_a_machine.py",
    "goldenthread/gatherings/tables/tests/oracle/",
    "goldenthread/mixing/tables/tests/test_mixing.py",
    "goldenthread/people/tests/test_guessing_at_once.py",
    "goldenthread/mixing/timetable/tests/test_promises.py",
    "tests/emails/test_killed_workers.py",
    "tests/house/test_permissions.py",
    "tests/house/test_queries.py",
    "tests/journeys/",
    "tests/tables/test_killed_mixers.py",
    "tests/trust/",
)
COVERED_ELSEWHERE = Path(__file__).with_name("covered_elsewhere.txt")
# By this, a process learns that it is looked at, too.
TOLD = "COVERAGE_PROCESS_CONFIG"
MEASURING = pytest.StashKey[coverage.Coverage | None]()
Touched = Mapping[str, set[tuple[str, tuple[int, int]]]]


def is_seen(name: str, elsewhere: frozenset[str] = frozenset()) -> bool:
    return not name.startswith(UNSEEN) and name.partition("::")[0] not in elsewhere


def covered_elsewhere() -> frozenset[str]:
    return frozenset(COVERED_ELSEWHERE.read_text().split())


def pytest_sessionstart(session: pytest.Session) -> None:
    session.stash[MEASURING] = coverage.Coverage.current()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    measuring = item.session.stash[MEASURING]
    if measuring is None:
        return (yield)
    if is_measured := item.config.getoption("--measure"):
        under_its_name(measuring, item.nodeid.partition("::")[0])
    if is_seen(item.nodeid, frozenset() if is_measured else covered_elsewhere()):
        return (yield)
    measuring.stop()
    config = os.environ.pop(TOLD, None)
    try:
        return (yield)
    finally:
        os.environ |= {TOLD: config} if config else {}
        measuring.start()


def under_its_name(measuring: coverage.Coverage, file: str) -> None:
    """What is touched from now on, here and in processes that are started, is noted as touched by this file."""
    measuring.switch_context(file)
    if TOLD in os.environ:
        measuring.set_option("run:context", file)
        os.environ[TOLD] = measuring.config.serialize()
        measuring.set_option("run:context", None)


def nothing_new(touched: Mapping[str, set[Any]], seconds: Mapping[str, float], others: int = 1) -> list[str]:
    """The files that can be left out one after the other, the longest first, with all that they touch touched by so many others
    that stay."""
    touching = Counter(thing for things in touched.values() for thing in things)
    left_out = []
    for file in sorted(touched, key=lambda file: -seconds.get(file, 0)):
        if file in seconds and all(touching[thing] > others for thing in touched[file]):
            left_out.append(file)
            touching.subtract(touched[file])
    return sorted(left_out)


def touched_by_file() -> Touched:
    data = coverage.CoverageData()
    data.read()
    touched: dict[str, set[tuple[str, tuple[int, int]]]] = {}
    for file in data.measured_contexts() - {""}:
        data.set_query_context(file)
        touched[file] = {(name, arc) for name in data.measured_files() for arc in data.arcs(name) or ()}
    return touched


if __name__ == "__main__":
    files = nothing_new(touched_by_file(), durations())
    COVERED_ELSEWHERE.write_text("".join(f"{file}\n" for file in files))
    sys.stdout.write(f"Coverage goes without {len(files)} files.\n")

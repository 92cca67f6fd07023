"""Coverage makes a test take nearly twice as long, so it looks at those that a room has for itself.

Walks through the whole house, state machines and long searches go without: what only they would touch, no room has a test for.
"""

import os
from collections.abc import Generator
from typing import Any

import coverage
import pytest

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
# By this, a process learns that it is looked at, too.
TOLD = "COVERAGE_PROCESS_CONFIG"
MEASURING = pytest.StashKey[coverage.Coverage | None]()


def is_seen(name: str) -> bool:
    return not name.startswith(UNSEEN)


def pytest_sessionstart(session: pytest.Session) -> None:
    session.stash[MEASURING] = coverage.Coverage.current()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    measuring = item.session.stash[MEASURING]
    if measuring is None or is_seen(item.nodeid):
        return (yield)
    measuring.stop()
    told = os.environ.pop(TOLD, None)
    try:
        return (yield)
    finally:
        os.environ |= {TOLD: told} if told else {}
        measuring.start()

"""The budget is held: what takes too long is said and fails, and the longest files begin."""

from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import pytest

from tests import timing
from tests.house.tree import ROOT
from tests.timing import BUDGET, DURATIONS, durations, minutes_allowed, too_long

LONGER = [*BUDGET["longer_files"], *BUDGET["longer_tests"]]


def test_what_takes_its_time_is_nothing_to_speak_of():
    assert too_long({"tests/a.py::test_a": 9, "tests/a.py::test_b": 9}, slower=1) == {}


@pytest.mark.parametrize(
    ("planted", "begins"),
    [
        ({"tests/a.py::test_a": 11}, "tests/a.py::test_a took 11 s and may take 10"),
        ({f"tests/a.py::test_{number}": 9 for number in range(7)}, "tests/a.py took 63 s and may take 60"),
    ],
)
def test_a_test_or_a_file_that_takes_too_long_would_be_noticed(planted, begins):
    [message] = too_long(planted, slower=1)

    assert message.startswith(begins)


def test_a_slower_machine_is_given_more():
    assert too_long({"tests/a.py::test_a": 11}, slower=1.2) == {}


@pytest.mark.parametrize(
    ("ci", "seconds", "status"), [("true", 21, pytest.ExitCode.TESTS_FAILED), ("true", 19, 0), ("", 10_000, 0)]
)
def test_ci_fails_when_something_takes_much_too_long(ci, seconds, status, monkeypatch):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(timing, "slowness", lambda: 1.0)
    monkeypatch.setattr(timing, "spent", defaultdict(float, {"tests/a.py::test_a": float(seconds)}))
    session: Any = SimpleNamespace(exitstatus=0, config=SimpleNamespace(getoption=lambda name, default=False: default))

    timing.pytest_sessionfinish(session)

    assert session.exitstatus == status


@pytest.mark.parametrize(("minutes", "status"), [(BUDGET["minutes"] - 1, 0), (BUDGET["minutes"] + 0.1, 1)])
def test_ci_as_a_whole_has_its_minutes(minutes, status, monkeypatch):
    monkeypatch.setattr(timing, "slowness", lambda: 1.0)
    monkeypatch.setattr(timing, "rooms", lambda: 12)

    assert timing.main(minutes * 60) == status


def test_seven_more_rooms_are_to_stay_within_twenty_five_minutes():
    assert BUDGET["goal"] + 7 * BUDGET["minutes_per_room"] <= 25


def test_each_room_more_is_given_a_little():
    assert minutes_allowed(BUDGET["rooms"] + 2) == BUDGET["minutes"] + 2 * BUDGET["minutes_per_room"]


def test_the_longest_files_begin(request):
    longest, other = next(iter(durations())), "tests/house/test_timing.py"
    items: list[Any] = [SimpleNamespace(nodeid=f"{name}::test_{email}") for email in "ba" for name in (other, longest)]

    timing.pytest_collection_modifyitems(items)

    # Within a file everything stays in its order.
    assert [item.nodeid for item in items] == [
        f"{longest}::test_b",
        f"{longest}::test_a",
        f"{other}::test_b",
        f"{other}::test_a",
    ]


def test_what_was_measured_is_written_down(tmp_path):
    timing.write({"tests/a.py": 1.4, "tests/b.py": 0.2, "tests/c.py": 7}, tmp_path / "durations.csv")

    assert (tmp_path / "durations.csv").read_text() == "file,seconds\ntests/c.py,7\ntests/a.py,1\n"


def test_nothing_is_excused_that_is_not_there():
    assert [name for name in (*LONGER, *durations()) if not (ROOT / name).exists()] == []
    assert DURATIONS.exists()

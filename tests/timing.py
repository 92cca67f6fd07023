"""The longest files first, and nothing longer than it may be: durations.csv says what was, budget.toml what may be."""

import csv
import os
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from django.conf import settings

HERE = Path(__file__).parent
DURATIONS = HERE / "durations.csv"
BUDGET: dict[str, Any] = tomllib.loads((HERE / "budget.toml").read_text())
# Seconds of each test in this run.
spent: defaultdict[str, float] = defaultdict(float)


def durations() -> dict[str, float]:
    """Seconds of each file at the last measurement. A file that is not there is short."""
    with DURATIONS.open() as rows:
        return {row["file"]: float(row["seconds"]) for row in csv.DictReader(rows)}


def slowness() -> float:
    """How many times longer this machine counts than that of the last measurement: at least once as long."""
    took = []
    for _ in range(9):
        begun = time.perf_counter()
        sum(number % 7 for number in range(1_000_000))
        took.append(time.perf_counter() - begun)
    return max(1.0, median(took) / float(BUDGET["counting"]))


def by_file(tests: Mapping[str, float]) -> dict[str, float]:
    files: defaultdict[str, float] = defaultdict(float)
    for test, seconds in tests.items():
        files[test.partition("::")[0]] += seconds
    return files


def too_long(tests: Mapping[str, float], slower: float) -> dict[str, float]:
    """The tests, and the files with all their tests, that took longer than the budget says: a sentence, and how many times as long."""
    return {
        f"{name} took {seconds:.0f} s and may take {most:.0f}: shorten it, or say why in tests/budget.toml.": seconds
        / most
        for kind, times in (("test", tests), ("file", by_file(tests)))
        for name, seconds in times.items()
        if seconds > (most := allowed(kind, name) * slower)
    }


def allowed(kind: str, name: str) -> float:
    """Where several names fit, the longest knows best."""
    reasons = {begins: most for begins, (most, _why) in BUDGET[f"longer_{kind}s"].items() if name.startswith(begins)}
    return float(reasons[max(reasons, key=len)] if reasons else BUDGET[f"seconds_per_{kind}"])


def minutes_allowed(rooms: int) -> float:
    """Of all that CI does. It may grow with the house, and not by itself."""
    return float(BUDGET["minutes"] + BUDGET["minutes_per_room"] * max(0, rooms - BUDGET["rooms"]))


def rooms() -> int:
    """How many there are, with wings."""
    return sum(app.startswith("goldenthread.") for app in settings.INSTALLED_APPS)


def crowding(workers: int) -> float:
    """How much longer a test takes because there are more workers than cores."""
    return max(1.0, workers / (os.cpu_count() or 1))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--measure", action="store_true", help="write tests/durations.csv anew")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    seconds = durations()
    items.sort(key=lambda item: -seconds.get(item.nodeid.partition("::")[0], 0))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    spent[report.nodeid] += report.duration


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workerinput"):
        return
    if session.config.getoption("--measure") and not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        write(by_file(spent), DURATIONS)
    if os.environ.get("CI") == "true":
        hold(session)


def hold(session: pytest.Session) -> None:
    """Who asks for a part only, at home, is not hurried."""
    slower = slowness() * crowding(session.config.getoption("numprocesses", None) or 1)
    if long := too_long(spent, slower):
        sys.stderr.write("\n".join(["", *long, ""]))
        if max(long.values()) > BUDGET["chance"]:
            session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


def write(files: Mapping[str, float], to: Path) -> None:
    """What takes no second is not worth a row."""
    with to.open("w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["file", "seconds"])
        longest_first = sorted(files.items(), key=lambda file: -file[1])
        rows.writerows((name, round(seconds)) for name, seconds in longest_first if seconds >= 1)


def main(seconds: float) -> int:
    """What CI says of itself in the end."""
    most = minutes_allowed(rooms()) * slowness()
    sys.stdout.write(f"All of it took {seconds / 60:.1f} minutes, and may take {most:.1f}.\n")
    return int(seconds / 60 > most)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))

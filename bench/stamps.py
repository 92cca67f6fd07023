"""What other ways to notice a commit would cost: script/bench stamps. See docs/decisions/0002-the-version-stamp.md."""

import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection

from bench.changes import House

CALLS, ROUNDS = 10_000, 9


def ways(place: Path) -> dict[str, Callable[[], object]]:
    """Each way as one call; all on the same file, which somebody else has open for writing."""
    house = House(place)
    from_django, stamp = connection, house.stamp
    with from_django.cursor() as cursor:
        cursor.execute("CREATE TABLE stamp (number integer)")
        cursor.execute("INSERT INTO stamp VALUES (1)")
    own = from_django.Database.connect(place / "data" / "house.sqlite3", isolation_level=None)
    log = place / "data" / "house.sqlite3-wal"
    throttled = {"at": 0.0, "is": None}

    def pragma() -> object:
        return own.execute("PRAGMA data_version").fetchone()[0]

    def now_and_then() -> object:
        if time.monotonic() - throttled["at"] > 0.25:
            throttled.update({"at": time.monotonic(), "is": pragma()})
        return throttled["is"]

    def by_django() -> object:
        with from_django.cursor() as cursor:
            cursor.execute("SELECT number FROM stamp")
            return cursor.fetchone()[0]

    return {
        "PRAGMA data_version, each time": pragma,
        "the same, at most every 250 ms": now_and_then,
        "one row in a table, own connection": lambda: own.execute("SELECT number FROM stamp").fetchone()[0],
        "one row in a table, through Django": by_django,
        "time and size of the -wal file": lambda: (os.stat(log).st_mtime_ns, os.stat(log).st_size),
        "kit.database_version.current(), as it is": stamp.current,
    }


def missed_by_the_log_file(place: Path, tries: int = 300) -> int:
    """How often time and size of the -wal file stay the same over a commit, when the log was begun anew between."""
    database = House(place).connection.Database.connect(place / "data" / "house.sqlite3", isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    log, missed = place / "data" / "house.sqlite3-wal", 0
    for number in range(tries):
        database.execute("PRAGMA wal_checkpoint(RESTART)")
        database.execute("UPDATE stamp SET number = ?", [number])
        before = os.stat(log)
        database.execute("PRAGMA wal_checkpoint(RESTART)")
        database.execute("UPDATE stamp SET number = ?", [-number])
        after = os.stat(log)
        missed += (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
    return missed


def microseconds(call: Callable[[], object]) -> float:
    begun = time.process_time()
    for _ in itertools.repeat(None, CALLS):
        call()
    return (time.process_time() - begun) / CALLS * 1e6


def main() -> None:
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        calls = ways(place)
        found: dict[str, list[float]] = {name: [] for name in calls}
        for _ in range(ROUNDS):
            for name, call in calls.items():
                found[name].append(microseconds(call))
        base = found["PRAGMA data_version, each time"]
        print(f"{'way':<40} {'µs':>8} {'ratio':>7}")
        for name, times in found.items():
            ratio = statistics.median(a / b for a, b in zip(times, base, strict=True))
            print(f"{name:<40} {statistics.median(times):>8.2f} {ratio:>7.2f}")
        print(f"\nThe -wal file looked the same after a commit: {missed_by_the_log_file(place)} times of 300.")

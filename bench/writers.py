"""python -m bench.writers: how long writers of one SQLite file wait for each other, with our line and without it.

Each is a process of its own, as the workers of a house are, and writes again and again: BEGIN IMMEDIATE, one row, COMMIT.
"""

import multiprocessing
import statistics
import tempfile
import time
from itertools import product
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.utils import ConnectionHandler

SECONDS, ROUNDS = 2.0, 3


def opened(file: Path, *, in_line: bool) -> Any:
    connection = ConnectionHandler({"default": {"ENGINE": "goldenthread.kit.sqlite", "NAME": file}})["default"]
    connection.ensure_connection()
    if not in_line:
        connection.turn = None
    return connection


def write(file: Path, pause: float, *, in_line: bool) -> list[float]:
    connection, waits = opened(file, in_line=in_line), []
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        begun = time.perf_counter()
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO said VALUES ('word')")
        time.sleep(pause)  # What a view does between its first query and its last.
        connection.commit()
        connection.set_autocommit(True)
        waits.append(time.perf_counter() - begun)
    return waits


def _write(task: tuple[Path, float, bool]) -> list[float]:
    return write(task[0], task[1], in_line=task[2])


def storm(writers: int, pause: float, *, in_line: bool) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as place, multiprocessing.Pool(writers) as pool:
        file = Path(place) / "house.sqlite3"
        connection = opened(file, in_line=in_line)
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE said (word)")
        connection.close()
        everybody = pool.map(_write, [(file, pause, in_line)] * writers, chunksize=1)
    waits = sorted(wait for waits in everybody for wait in waits)
    return len(waits) / SECONDS, waits[len(waits) // 2] * 1000, waits[int(len(waits) * 0.99)] * 1000


def main() -> None:
    settings.configure()
    print(
        "| writers | each holds it for | line | per second | p50 ms | p99 ms | p99 / p50 |\n|---|---|---|---|---|---|---|"
    )
    for writers, pause in product((2, 4, 8), (0.0, 0.002)):
        found: dict[bool, list[tuple[float, float, float]]] = {False: [], True: []}
        for _ in range(ROUNDS):
            for in_line, runs in found.items():
                runs.append(storm(writers, pause, in_line=in_line))
        for in_line, runs in found.items():
            per_second, p50, p99 = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"| {writers} | {pause * 1000:g} ms | {'ours' if in_line else 'none'} | {per_second:.0f} "
                  f"| {p50:.1f} | {p99:.1f} | {p99 / p50:.0f} |", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()

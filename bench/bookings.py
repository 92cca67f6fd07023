"""python -m bench.bookings: what a booking by form costs, beside a bare Django view and the disk, in one interleaved run.

One, eight and thirty-two browsers get the form and press, each in a room of its own; durable (FULL), the e-mail owed in the
same transaction. BENCH_ROUNDS and BENCH_SECONDS make it smaller (5 rounds of 3 seconds). Prints what stands in bench/bookings.md.
"""

import itertools
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pysqlite3

from bench.fire import FORM, Browser, House, at_once
from bench.ledger import Ledger
from bench.machine import machine
from bench.processes import Target, first_answer, processor_seconds, running
from bench.rounds import processor_per_request
from bench.start import REPOSITORY

PORT = int(os.environ.get("BENCH_PORT", "8120"))
ROUNDS, SECONDS = (int(os.environ.get(name, number)) for name, number in (("BENCH_ROUNDS", 5), ("BENCH_SECONDS", 3)))
CLIENTS = (1, 8, 32)
BARE = """
from django.conf import settings
settings.configure(SECRET_KEY="only-for-the-bench", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[
    "django.middleware.security.SecurityMiddleware", "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware", "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
], INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
    "django.contrib.messages"])
import django
django.setup()
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path("hello/", lambda request: HttpResponse("hello"))]
application = WSGIHandler()
"""
emails = (f"b{number}@example.org" for number in itertools.count(1))


@contextmanager
def bare(place: Path) -> Iterator[Target]:
    """A bare view behind what `startproject` puts before every view."""
    (place / "hello_behind.py").write_text(BARE)
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(PORT + 1), "--no-ws",
        "--workers", "2", "--blocking-threads", "1", "--log-level", "error", "hello_behind:application",
    ]  # fmt: skip
    environment = os.environ | {"PYTHONPATH": f"{place}:{REPOSITORY}"}
    with running(command, place / "bare.log", environment) as server:
        address = f"http://127.0.0.1:{PORT + 1}/hello/"
        first_answer(address)
        yield Target("bare", address, server.pid)


def storm(clients: int, seconds: float, act: Callable[[Browser], object]) -> tuple[float, list[float]]:
    """Bookings a second, and how long each took in milliseconds."""
    waits: list[float] = []
    until = time.perf_counter() + seconds

    def go() -> None:
        browser = Browser(PORT)
        while (begun := time.perf_counter()) < until:
            act(browser)
            waits.append((time.perf_counter() - begun) * 1000)

    seconds = at_once(clients, go)
    return len(waits) / seconds, waits


def book(browser: Browser) -> None:
    """The whole of it: the form, and the press."""
    browser.look()
    press(browser)


def press(browser: Browser) -> None:
    answer = browser.ask(FORM, {"name": "Bench", "email": next(emails)})
    assert answer.status == 302, answer.status


def get(browser: Browser) -> None:
    browser.look()


def processor(house: House, act: Callable[[Browser], object], count: int = 150) -> float:
    """Milliseconds of processor time in all of the house, whose worker meanwhile writes the e-mails."""
    assert house.process
    browser = Browser(PORT)
    get(browser)
    begun = sum(processor_seconds(child) for child in house.web())
    for _ in range(count):
        act(browser)
    return (sum(processor_seconds(child) for child in house.web()) - begun) / count * 1000


def floor(place: Path, seconds: float) -> float:
    """The same rows in the same kind of transaction, one after the other, by nothing but SQLite."""
    file = place / "floor.sqlite3"
    database = pysqlite3.connect(file, isolation_level=None)
    database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;")
    database.executescript("CREATE TABLE IF NOT EXISTS b (email UNIQUE, seats); CREATE TABLE IF NOT EXISTS o (b, kind)")
    count, until = 0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        database.execute("BEGIN IMMEDIATE")
        database.execute("SELECT count(*) FROM (SELECT 1 FROM b LIMIT 1)").fetchone()
        row = database.execute("INSERT INTO b VALUES (?, 1)", (f"{time.time_ns()}{count}",)).lastrowid
        database.execute("INSERT INTO o VALUES (?, 'kept')", (row,))
        database.execute("COMMIT")
        count += 1
    database.close()
    return count / seconds


def take(place: Path) -> list[str]:
    found: dict[str, list[float]] = {}
    waits: dict[int, list[float]] = {clients: [] for clients in CLIENTS}
    with ExitStack() as open_now:
        house = House(place / "data", PORT, workers=2)
        open_now.enter_context(house.is_open())
        hello = open_now.enter_context(bare(place))
        ledger = Ledger(house.folder)
        for _ in range(ROUNDS):
            ledger.open(places=100_000)
            _note(found, "floor", floor(place, 1))
            for clients in CLIENTS:
                per_second, took = storm(clients, SECONDS, book)
                _note(found, f"per second, {clients}", per_second)
                waits[clients] += took
                took.sort()
                _note(found, f"p99 / p50, {clients}", took[int(len(took) * 0.99)] / took[len(took) // 2])
            _note(found, "bare ms", processor_per_request(hello, 0.5))
            _note(found, "POST ms", processor(house, press))
            _note(found, "GET ms", processor(house, get))
            _note(found, "POST, times bare", found["POST ms"][-1] / found["bare ms"][-1])
            _note(found, "share of the floor, 1", found["per second, 1"][-1] / found["floor"][-1])
        ledger.close()
    return _table(found, waits)


def _note(found: dict[str, list[float]], what: str, number: float) -> None:
    found.setdefault(what, []).append(number)


def _table(found: dict[str, list[float]], waits: dict[int, list[float]]) -> list[str]:
    lines = ["| what | median | min | max |", "|---|---|---|---|"]
    for what, numbers in found.items():
        lines.append(f"| {what} | {statistics.median(numbers):.3g} | {min(numbers):.3g} | {max(numbers):.3g} |")
    lines += ["", "| clients | bookings | p50 ms | p99 ms |", "|---|---|---|---|"]
    for clients, took in waits.items():
        took.sort()
        p50, p99 = took[len(took) // 2], took[int(len(took) * 0.99)]
        lines.append(f"| {clients} | {len(took)} | {p50:.1f} | {p99:.1f} |")
    return lines


def main() -> None:
    place = Path(tempfile.mkdtemp(prefix="golden-thread-bookings-"))
    try:
        about = [f"- {what}: {told}" for what, told in machine().items()]
        lines = ["# Bookings by form", "", *about, f"- {ROUNDS} rounds of {SECONDS} s", "", *take(place), ""]
    finally:
        shutil.rmtree(place, ignore_errors=True)
    print("\n".join(lines))


if __name__ == "__main__":
    main()

"""python -m bench.reading_lists: what reading a list costs, and what strangers notice of it.

First each list is read alone. Then strangers ask for the front page at fixed moments, whether or not earlier ones were
answered, while a convenor sends one list after the other; rounds with and without lists follow each other, so that both see
the same machine. BENCH_ROUNDS and BENCH_SECONDS make it smaller (5 rounds of 10 seconds); BENCH_PAUSE lets the convenor
look at each list for so many seconds. See bench/reading_lists.md.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.client import HTTPException
from itertools import chain
from multiprocessing import Event, Process, SimpleQueue
from multiprocessing.synchronize import Event as EventType
from pathlib import Path
from statistics import median, quantiles

from bench.day import at_its_moment, inside
from bench.fire import Browser, House
from bench.machine import machine
from bench.start import REPOSITORY
from goldenthread.kit.spreadsheets import as_xlsx

PORT = int(os.environ.get("BENCH_PORT", "8140"))
ROUNDS, SECONDS = (int(os.environ.get(name, number)) for name, number in (("BENCH_ROUNDS", 5), ("BENCH_SECONDS", 10)))
# Between one list and the next. People look at what they sent, and the house takes thirty in ten minutes from each.
PAUSE = float(os.environ.get("BENCH_PAUSE", "0"))
STRANGERS_A_SECOND = 40
PAGE = "/gatherings/launch/bookings/imports/"
PRESS = """--line\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n--line\r\n\
Content-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n"""
READ = """
import resource, sys, time
from pathlib import Path
from goldenthread.kit.cells import Unreadable
from goldenthread.kit.reading import apart, limits
content = Path(sys.argv[1]).read_bytes()
begun, told = time.perf_counter(), ""
try:
    told = f"{sum(1 for _row in apart.rows('list', content, limits.COMMAND))} lines"
except Unreadable as refused:
    told = f"refused: {refused}"
kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(f"{len(content) / 1e6:.2f} MB | {time.perf_counter() - begun:.1f} s | {kib / 1024:.0f} MB | {told}")
"""
# Nobody may send so many lists; here it is not the limit that is measured.
NO_LIMIT = "from goldenthread import settings; settings.ACCOUNT_RATE_LIMITS['list'] = '100000/m/key'"
SIGN_IN = """
from django.test import Client
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Person
keeper = Client()
keeper.force_login(Gathering.objects.get(slug="launch").convenings.filter(until=None).first().person)
print(keeper.cookies["sessionid"].value)
"""


def lists() -> dict[str, bytes]:
    random.seed(1)
    people = [
        [f"Guest {n}", f"guest{n}@example.org", *("words and more words" for _ in range(8))] for n in range(48_000)
    ]
    rows = [[f"Heading {n}" for n in range(10)], *people]
    text = "\n".join(";".join(row) for row in rows).encode()[:9_990_000].rpartition(b"\n")[0]
    numbers = [[str(random.random()) for _ in range(10)] for _ in range(45_000)]
    return {
        "10 MB of CSV": text,
        "a workbook of 450,000 different cells": as_xlsx([rows[0], *numbers], "People"),
        "a list of 1,000": text[: text.index(b"Guest 1000;")],
        "14 KB of one heading": b",".join([b"Needs"] * 2_400),
    }


def alone(place: Path) -> Iterator[str]:
    for name, content in lists().items():
        (place / "list").write_bytes(content)
        command = [sys.executable, "-c", READ, str(place / "list")]
        environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        yield f"| {name} | {told.strip()} |"


def strangers() -> list[float]:
    """How long each waited for the front page, in milliseconds, from the moment at which they meant to ask."""
    begun = time.perf_counter()
    moments = [begun + number / STRANGERS_A_SECOND for number in range(SECONDS * STRANGERS_A_SECOND)]
    with ThreadPoolExecutor(64) as people:
        return [wait for wait, _good in people.map(partial(at_its_moment, act=look), moments)]


def look() -> bool:
    with urllib.request.urlopen(f"http://localhost:{PORT}/", timeout=60) as answer:
        return bool(answer.status == 200 and answer.read())


@contextmanager
def lists_on_their_way(session: str, content: bytes) -> Iterator[list[float]]:
    """A convenor who sends one list as soon as the one before is answered; in a process of their own, as people are."""
    over, waits, answered = Event(), [], SimpleQueue()
    convenor = Process(target=send_lists, args=(session, content, over, answered))
    convenor.start()
    yield waits
    over.set()
    waits += answered.get()
    convenor.join()


def send_lists(session: str, content: bytes, over: EventType, answered: "SimpleQueue[list[float]]") -> None:
    # Their computer is not the one that answers.
    os.nice(19)
    browser, waits = Browser(PORT), []
    browser.cookies["sessionid"] = session
    browser.look(PAGE)
    while not over.is_set():
        begun = time.perf_counter()
        try:
            send(browser, content) if content else browser.look(PAGE)
        except (OSError, HTTPException):
            browser.line.close()
        waits.append(time.perf_counter() - begun)
        over.wait(PAUSE)
    answered.put(waits)


def send(browser: Browser, content: bytes) -> None:
    head = PRESS.format(token=browser.token, name="list.csv")
    browser._send(PAGE, f"{head}{content.decode('latin-1')}\r\n--line--\r\n", {"Content-Type": KIND})


KIND = "multipart/form-data; boundary=line"


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        say("", *(f"- {name}: {words}" for name, words in machine().items()), "")
        say(
            "| what | size | time | memory of the reader | came of it |",
            "|---|---|---|---|---|",
            *alone(Path(place)),
            "",
        )
        house = House(Path(place) / "house", PORT, workers=2, before=NO_LIMIT)
        with house.is_open():
            session = inside(house, SIGN_IN).strip()
            say("| strangers | p50 | p99 (of single rounds) | lists answered |", "|---|---|---|---|")
            for line in beside(session):
                say(line)


def beside(session: str) -> Iterator[str]:
    # Whoever only looks shows what is due to the pages, and not to the lists.
    contents: dict[str, bytes | None] = {
        "quiet": None,
        "looking at the form": b"",
        **{name: content for name, content in lists().items() if "workbook" not in name},
    }
    waits: dict[str, list[list[float]]] = {name: [] for name in contents}
    sent: dict[str, list[float]] = {name: [] for name in contents}
    for _ in range(ROUNDS):
        for name, content in contents.items():
            if content is None:
                waits[name].append(strangers())
                continue
            with lists_on_their_way(session, content) as answers:
                waits[name].append(strangers())
            sent[name] += answers
    for name, rounds in waits.items():
        p99s = sorted(quantiles(one, n=100)[98] for one in rounds)
        each = f"{len(sent[name])}, each {median(sent[name]):.2f} s" if sent[name] else "none"
        together = sorted(chain(*rounds))
        p50, p99 = median(together), quantiles(together, n=100)[98]
        yield f"| {name} | {p50:.1f} ms | {p99:.1f} ms ({p99s[0]:.1f}–{p99s[-1]:.1f}) | {each} |"


def say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

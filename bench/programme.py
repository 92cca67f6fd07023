"""python -m bench.programme: what a programme of 60 and of 500 sessions costs, as a page and as files.

In one process and past the memory for strangers; the text of a file is kept for each release, and costs written anew in the last table. Processor time, so that a busy machine tells
little less than a quiet one. With PRETALX naming a folder in which bench/peers/pretalx.sh set it up, and its two events g60 and
g500, the same of pretalx, in its own process and with its own client. Prints what stands in bench/programme.md.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import django

from bench.machine import machine

SIZES, ROUNDS = (60, 500), 15
WORDS = "circle hearth practice listening field dialogue commons river seed weave".split()
# What is compared: ours by pretalx's name for it.
FILES = {"page": "", "xml": "schedule.xml", "json": "schedule.json", "ics": "schedule.ics", "grid": "?view=grid"}
THEIRS = {
    "page": "schedule/nojs",
    "xml": "schedule/export/schedule.xml",
    "json": "schedule/export/schedule.json",
    "ics": "schedule/export/schedule.ics",
}
PEER = Path(__file__).with_name("peers") / "pretalx_programme.py"
Costs = dict[str, tuple[float, int, int]]


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ.setdefault("DATABASE_URL", "")
        os.environ |= {"DATA_DIR": place, "DJANGO_SETTINGS_MODULE": "goldenthread.settings"}
        django.setup()
        from django.core.management import call_command

        for command in ("migrate", "sample", "collectstatic"):
            flags = {"interactive": False} if command == "collectstatic" else {}
            call_command(command, verbosity=0, **flags)
        slugs = {size: furnish(size) for size in SIZES}
        ours = {size: measured(f"/gatherings/{slugs[size]}/programme/", FILES) for size in SIZES}
        anew = {size: written_anew(f"/gatherings/{slugs[size]}/programme/") for size in SIZES}
        kept = from_memory(f"/gatherings/bench-{SIZES[0]}/programme/")
    lines = [*(f"- {name}: {words}" for name, words in machine().items()), f"- From memory: {kept:.3f} ms", ""]
    theirs = pretalx()
    print("\n".join([*lines, *table(ours, theirs), "", *table(anew, theirs)]))


def furnish(size: int) -> str:
    """As many sessions of a quarter of an hour, in three days and ten rooms, each with a voice and a paragraph; and shown."""
    from goldenthread.gatherings.plan import turns
    from goldenthread.gatherings.plan.models import Gathering
    from goldenthread.gatherings.programme.releasing import next_release, release
    from goldenthread.kit import clock
    from goldenthread.people.models import Person

    gathering = Gathering.begin("A gathering", by=Person.objects.get(email="keeper@example.org"), day=date(2027, 4, 20))
    turns.publish(gathering, by=None)
    Gathering.objects.filter(pk=gathering.pk).update(slug=f"bench-{size}")
    _fill(gathering, size)
    fresh, now = Gathering.objects.with_facts().get(pk=gathering.pk), clock.now()
    release(fresh, by=None, words="", seen=next_release(fresh, now).stamp, now=now)
    return f"bench-{size}"


def _fill(gathering: Any, size: int) -> None:
    from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session, SessionVoice

    rooms = [
        ProgrammeRoom.objects.create(gathering=gathering, number=n, name=f"Room {n}", capacity=100)
        for n in range(1, 11)
    ]
    # Each says something of its own, so that nothing can be written once for two.
    words = random.Random(size)
    texts = ["\n\n".join(" ".join(words.choices(WORDS, k=40)) for _ in range(3)) for _ in range(size)]
    sessions = Session.objects.bulk_create(
        Session(gathering=gathering, title=f"Listening to the river {n}", words=texts[n], minutes=15)
        for n in range(size)
    )
    SessionVoice.objects.bulk_create(
        SessionVoice(session=each, number=1, name=f"Voice {n}") for n, each in enumerate(sessions)
    )
    Placing.objects.bulk_create(
        Placing(
            session=session, room=rooms[n // 3 % 10], day=gathering.day + timedelta(days=n % 3),
            from_time=f"{8 + n // 30 // 4:02}:{n // 30 % 4 * 15:02}",
        )
        for n, session in enumerate(sessions)
    )  # fmt: skip


def measured(base: str, files: dict[str, str]) -> Costs:
    """Milliseconds of processor time (the median), queries, and bytes once compressed."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_ACCEPT="text/html", SERVER_NAME="localhost")
    times: dict[str, list[float]] = {name: [] for name in files}
    # One of each in turn, so that a busy moment of the machine falls on all of them.
    for number in range(ROUNDS + 1):
        for name, file in files.items():
            spent = processor_milliseconds(lambda file=file: answer(client, base + file))  # type: ignore[misc]
            times[name] += [spent] if number else []
    costs = {}
    for name, file in files.items():
        with CaptureQueriesContext(connection) as queries:
            content = answer(client, base + file)
        costs[name] = statistics.median(times[name]), len(queries), len(zlib.compress(content))
    return costs


def written_anew(base: str) -> Costs:
    """The files, as they cost whoever asks first after a release, a name or the plan has changed."""
    from goldenthread.gatherings.programme.views import files

    files.KEPT = files.KeptTexts(most=0)
    return measured(base, {name: file for name, file in FILES.items() if "." in file})


def answer(client: Any, address: str) -> bytes:
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    return b"".join(response) if response.streaming else response.content


def from_memory(address: str) -> float:
    """Of a thousand requests for a page that is kept."""
    from wsgiref.util import setup_testing_defaults

    from goldenthread.wsgi import application

    def ask() -> None:
        environ: dict[str, Any] = {"PATH_INFO": address, "HTTP_HOST": "localhost"}
        setup_testing_defaults(environ)
        list(application(environ, lambda *_: lambda _data: None))

    ask()
    return processor_milliseconds(lambda: [ask() for _ in range(1000)]) / 1000


def processor_milliseconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000


def pretalx() -> dict[int, Costs]:
    """Measured by the same functions in its own process; nothing where it was not set up."""
    place = os.environ.get("PRETALX")
    if not place:
        return {}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment |= {
        "PRETALX_DEBUG": "False", "PRETALX_DATA_DIR": f"{place}/data", "PRETALX_FILESYSTEM_STATIC": f"{place}/static",
        "PRETALX_NO_INITIAL_LOG": "1", "PRETALX_SITE_URL": "http://localhost", "PYTHONPATH": str(PEER.parents[2]),
    }  # fmt: skip
    ran = subprocess.run(
        [f"{place}/venv/bin/python", PEER, json.dumps(THEIRS)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    read = json.loads(ran.stdout.splitlines()[-1])
    return {int(size): {name: tuple(cost) for name, cost in costs.items()} for size, costs in read.items()}


def table(ours: dict[int, Costs], theirs: dict[int, Costs]) -> list[str]:
    lines = [
        "| Sessions | What | CPU | Queries | Compressed | pretalx: CPU | Queries | Compressed | Part |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for size, costs in ours.items():
        for name, (spent, queries, weight) in costs.items():
            other = theirs.get(size, {}).get(name)
            peer = (
                f"{other[0]:.1f} ms | {other[1]} | {other[2] / 1000:.1f} KB | 1/{other[0] / spent:.0f}"
                if other
                else "| | |"
            )
            lines.append(f"| {size} | {name} | {spent:.1f} ms | {queries} | {weight / 1000:.1f} KB | {peer} |")
    return lines


if __name__ == "__main__":
    sys.exit(main())

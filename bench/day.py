"""python -m bench.day: the page of the day for 500 telephones that look once a minute, and 50 arrivals a minute meanwhile.

Requests come at their moments whether or not earlier ones were answered (an open loop), so that a slow answer is counted as
long as it really took. BENCH_SECONDS makes it shorter (60). It wants a machine at rest: look at the load that it prints.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPException
from operator import itemgetter
from pathlib import Path
from statistics import median, quantiles

from bench.fire import TOKEN, Browser, House
from bench.machine import machine
from bench.start import REPOSITORY

PHONES, ARRIVALS = 500, 50
SECONDS = int(os.environ.get("BENCH_SECONDS", "60"))
PORT = int(os.environ.get("BENCH_PORT", "8130"))
FURNISH = f"""
import json
from datetime import datetime
from django.test import Client
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.runs import MixRequest, ask_for, carry_out
from goldenthread.people.models import Person
from goldenthread.kit import clock
from django.db import transaction
with transaction.atomic():
    clock.move_to(BY_WORD["the-day"].moment)
launch = Gathering.objects.get(slug="launch")
for number in range({PHONES} - launch.bookings.count()):
    person = Person.objects.create_person(f"Guest Number{{number}}", f"guest{{number}}@example.org")
    Booking.objects.create(gathering=launch, person=person, name=person.name, email=person.email, language="en-gb", state="coming")
laid = arrange(launch, outline_for(launch), by=None)
mixed = ask_for(laid, MixRequest(seconds=1), by=None, claim="bench")
carry_out(mixed)
mixed.refresh_from_db()
announce(mixed, by=None)
keeper = Client()
keeper.force_login(Person.objects.get(email="keeper@example.org"))
print(json.dumps({{"session": keeper.cookies["sessionid"].value, "bookings": list(launch.bookings.values_list("pk", "key"))}}))
"""

COUNT = """
from goldenthread.gatherings.day.models import Arrival
print(Arrival.objects.filter(once__startswith="bench-press-").count())
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        house = House(Path(place) / "house", PORT, workers=2)
        with house.is_open():
            told = json.loads(inside(house, FURNISH))
            waits, wrong = storm(told)
            written = inside(house, COUNT).strip()
    cuts = quantiles(waits, n=100)
    lines = {
        **machine(),
        "Asked": f"{len(waits)} in {SECONDS} s: {PHONES} telephones once a minute, {ARRIVALS} arrivals a minute",
        "Errors": str(wrong),
        "Arrivals written down": f"{written} of {ARRIVALS}",
        "Half were answered within": f"{median(waits):.0f} ms",
        "99 of 100 within": f"{cuts[98]:.0f} ms (goal: 200 ms)",
    }
    sys.stdout.write("\n".join(f"- {name}: {words}" for name, words in lines.items()) + "\n")


def inside(house: House, program: str) -> str:
    environment = os.environ | {"DATA_DIR": str(house.folder), "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "goldenthread", "shell", "--verbosity", "0", "-c", program]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def storm(told: dict[str, list[list[str]]]) -> tuple[list[float], int]:
    keys = [key for _pk, key in told["bookings"]]
    acts: list[tuple[float, Callable[[], bool]]] = [
        (random.uniform(0, SECONDS), partial(look, key)) for key in keys for _ in range(max(1, SECONDS // 60))
    ]
    host = Browser(PORT)
    host.cookies["sessionid"] = str(told["session"])
    page: str = host.ask("/gatherings/launch/day/arrivals/").text  # type: ignore[attr-defined]
    host.token = TOKEN.findall(page)[0]
    arrivals = told["bookings"][:ARRIVALS]
    acts += [(number * SECONDS / ARRIVALS, partial(press, host, pk)) for number, (pk, _key) in enumerate(arrivals)]
    begun = time.perf_counter()
    # In the order of their moments: each thread sleeps until that of its own.
    with ThreadPoolExecutor(64) as people:
        asked = [people.submit(at_its_moment, begun + at, act) for at, act in sorted(acts, key=itemgetter(0))]
        answers = [one.result() for one in asked]
    return [wait for wait, _good in answers], sum(not good for _wait, good in answers)


def at_its_moment(moment: float, act: Callable[[], bool]) -> tuple[float, bool]:
    time.sleep(max(0.0, moment - time.perf_counter()))
    try:
        good = act()
    except (OSError, HTTPException):
        good = False
    return (time.perf_counter() - moment) * 1000, good


def look(key: str) -> bool:
    with urllib.request.urlopen(f"http://localhost:{PORT}/gatherings/launch/day/of/{key}/", timeout=30) as answer:
        return bool(answer.status == 200 and answer.read())


def press(host: Browser, booking: str) -> bool:
    told = {"once": f"bench-press-{booking:>08}", "booking": booking, "standing": "here", "ago": 0}
    return host.tell("/gatherings/launch/day/arrivals/presses/", {"presses": [told]}).status == 200


if __name__ == "__main__":
    main()

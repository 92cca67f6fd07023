"""python -m bench.booking_pages: what the pages about one gathering cost with few and with many bookings.

In one process and past the memory for strangers, so that every page is made anew. Processor time, so that a busy machine tells
little less than a quiet one. Prints what stands in bench/bookings.md.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import count
from typing import Any

import django

CROWDS, ROUNDS, GOAL = (120, 5_000), 30, 150
PAGE, LIST = "/gatherings/launch/", "/gatherings/launch/bookings/"
PAGES = {
    "the gathering, for a stranger": ("stranger", PAGE),
    "the form, for a stranger": ("stranger", f"{PAGE}booking/"),
    "the gathering, signed in": ("member", PAGE),
    "the gathering, for its convenor": ("convenor", PAGE),
    "the list, first page": ("convenor", LIST),
    "the list, last page": ("convenor", f"{LIST}?page=100"),
    "the list, those who wait": ("convenor", f"{LIST}?state=waiting"),
    "the list, searched": ("convenor", f"{LIST}?q=guest+7"),
}
Costs = dict[str, tuple[float, int]]


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ.setdefault("DATABASE_URL", "")
        os.environ |= {"DATA_DIR": place, "DJANGO_SETTINGS_MODULE": "goldenthread.settings"}
        django.setup()
        from django.core.management import call_command
        from django.db import connection

        for command in ("migrate", "sample", "collectstatic"):
            flags = {"interactive": False} if command == "collectstatic" else {}
            call_command(command, verbosity=0, **flags)
        found = {crowd: measured(crowd) for crowd in CROWDS}
    print("\n".join(table(found, connection.vendor)))


def measured(crowd: int) -> Costs:
    """Milliseconds of processor time (the median) and questions to the database, of each page."""
    come(crowd)
    askers = browsers()
    # One of each in turn, so that a busy moment of the machine falls on all of them.
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    for number in range(ROUNDS + 1):
        for name, (who, address) in PAGES.items():
            spent = processor_milliseconds(lambda who=who, address=address: askers[who].get(address))  # type: ignore[misc]
            times[name] += [spent] if number else []
    asked = {name: questions(askers[who], address) for name, (who, address) in PAGES.items()}
    return {name: (statistics.median(each), asked[name]) for name, each in times.items()}


def come(crowd: int) -> None:
    """So many bookings, a sixth of them waiting; they wear hats, need something and say a line."""
    from goldenthread.gatherings.bookings.models import Booking
    from goldenthread.gatherings.plan.models import Gathering
    from goldenthread.people.models import Sector

    launch = Gathering.objects.get(slug="launch")
    Booking.objects.filter(gathering=launch).delete()
    launch.opening.held_places.all().delete()
    Gathering.objects.filter(pk=launch.pk).update(places=crowd * 5 // 6)
    sectors = list(Sector)
    number = count()
    Booking.objects.bulk_create(
        Booking(
            gathering=launch, name=f"Guest {n}", email=f"guest{n}@example.org", language="en-gb",
            state=("waiting" if n >= crowd * 5 // 6 else "coming" if n % 3 else "kept"),
            sectors=[sectors[n % 7], sectors[n // 7 % 7]], needs="A ramp", line="I bring cake.",
        )
        for n in (next(number) for _ in range(crowd))
    )  # fmt: skip


def browsers() -> dict[str, Any]:
    """Each past the memory for strangers: Django's own client asks Django itself."""
    from django.test import Client

    from goldenthread.gatherings.plan.models import Convening
    from goldenthread.people.models import Person

    convening = Convening.objects.filter(gathering__slug="launch")
    convenor = convening.select_related("person").first().person
    member = Person.objects.exclude(joined_at=None).exclude(pk=convenor.pk).filter(keepings=None).first()
    found = {who: Client(SERVER_NAME="localhost") for who in ("stranger", "member", "convenor")}
    found["member"].force_login(member)
    found["convenor"].force_login(convenor)
    return found


def processor_milliseconds(ask: Callable[[], Any]) -> float:
    begun = time.process_time()
    answer = ask()
    spent = (time.process_time() - begun) * 1000
    assert answer.status_code == 200, answer.status_code
    return spent


def questions(browser: Any, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        browser.get(address)
    return len(captured)


def table(found: dict[int, Costs], vendor: str) -> list[str]:
    heads = [f"{vendor}, {crowd:,} bookings" for crowd in found]
    lines = [f"| page | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    for name in PAGES:
        cells = [f"{costs[name][0]:.1f} ms · {costs[name][1]}" for costs in found.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    worst = max(cost for costs in found.values() for cost, _asked in costs.values())
    return [*lines, "", f"Dearest: {worst:.0f} ms of the {GOAL} ms allowed: {'kept' if worst < GOAL else '**lost**'}."]


if __name__ == "__main__":
    main()

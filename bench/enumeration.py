"""script/bench enumeration [ROUNDS] [wall|work]: can one tell by the clock whose address has a place at a gathering?

Strangers ask for a place by turns for addresses that have none, are coming, wait, and have not confirmed yet: each address once,
each from a machine of its own, in a gathering with places and in a full one. AUC is how often one kind of address takes longer
than another: 0.5 is a coin. The control works two milliseconds more for those who come, and must be seen. `work` counts the
time that this process was really at work, for a machine that does other things as well.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from time import process_time
from typing import Any

import django

from bench.same_answer import CLOCKS, CONTROL, GOAL, auc

ROOMS = {"with places": ("new", "coming", "kept"), "full": ("new", "coming", "kept", "waiting")}
AT = "/gatherings/{}/booking/"
Times = dict[str, list[float]]


def main(rounds: str = "500", clock: str = "wall") -> None:
    with tempfile.TemporaryDirectory() as place:
        # As a house keeps them: in a file, and every commit in its log before it is answered.
        os.environ.update(
            DATA_DIR=place, DJANGO_SETTINGS_MODULE="bench.rush", DATABASE_URL=f"sqlite:///{Path(place) / 'house'}"
        )
        django.setup()
        from django.core.management import call_command

        from goldenthread.kit.models import House
        from goldenthread.people.models import Person

        call_command("migrate", verbosity=0)
        House.objects.create(
            pk=1, name="Home", sentence="A house to measure.", founded_at=datetime(2026, 1, 1, tzinfo=UTC)
        )
        ada = Person.objects.create_person("Ada", "ada@example.org")
        found = [_measured(room, ada, int(rounds), CLOCKS[clock]) for room in ROOMS]
        seen = _control(ada, int(rounds), CLOCKS[clock])
    sys.exit(0 if all(found) and seen else 1)


def _measured(room: str, ada: Any, rounds: int, clock: Callable[[], float]) -> bool:
    slug, kinds = room.replace(" ", "-"), ROOMS[room]
    _fill(slug, ada, kinds, rounds)
    found = [_said(room, pair, both) for pair, both in _pairs(_ask(slug, kinds, rounds, clock))]
    return all(GOAL[0] <= one <= GOAL[1] for one in found)


def _control(ada: Any, rounds: int, clock: Callable[[], float]) -> bool:
    from goldenthread.gatherings.bookings import booking_a_place

    _fill("control", ada, ("new", "coming"), rounds)
    press = booking_a_place.press_again

    def slowly(*what: Any) -> Any:
        end = process_time() + CONTROL
        while process_time() < end:
            pass
        return press(*what)

    booking_a_place.press_again = slowly
    [(pair, times)] = _pairs(_ask("control", ("new", "coming"), rounds, clock))
    return not GOAL[0] <= _said("control", pair, times) <= GOAL[1]


def _fill(slug: str, ada: Any, kinds: tuple[str, ...], rounds: int) -> None:
    """A gathering in which so many stand in each way; nobody is new."""
    from goldenthread.gatherings.bookings.models import Booking, Opening
    from goldenthread.gatherings.plan.models import Gathering
    from goldenthread.kit import clock

    gathering = Gathering.begin(slug, by=ada)
    Gathering.objects.filter(pk=gathering.pk).update(slug=slug, places=1 if slug == "full" else None)
    Opening.objects.create(gathering=gathering)
    now = clock.now()
    Booking.objects.bulk_create(
        Booking(
            gathering=gathering,
            name="Somebody",
            email=_address(kind, number),
            language="en-gb",
            state=kind,
            at=now,
            confirmed_at=now if kind == "coming" else None,
            until=now,
        )
        for kind in kinds
        if kind != "new"
        for number in range(rounds)
    )


def _ask(slug: str, kinds: tuple[str, ...], rounds: int, clock: Callable[[], float]) -> Times:
    """Seconds for each kind of address, by turns; who is first of a turn changes from turn to turn."""
    times: Times = {kind: [] for kind in kinds}
    for number in range(-10, rounds):
        first = number % len(kinds)
        for kind in kinds[first:] + kinds[:first]:
            took = _press(slug, _address(kind, number), clock)
            times[kind] += [took] if number >= 0 else []
    return times


def _press(slug: str, address: str, clock: Callable[[], float]) -> float:
    from django.test import Client

    browser = Client(HTTP_HOST="localhost")
    begun = clock()
    answer = browser.post(AT.format(slug), {"name": "Somebody", "email": address})
    passed = clock() - begun
    assert answer.status_code == 302, answer.status_code
    return passed


def _address(kind: str, number: int) -> str:
    return f"{kind:-<8}{number:05}@example.org"


def _pairs(times: Times) -> list[tuple[str, tuple[list[float], list[float]]]]:
    return [(f"{one} and {other}", (times[one], times[other])) for one, other in combinations(times, 2)]


def _said(room: str, pair: str, times: tuple[list[float], list[float]]) -> float:
    found = auc(*times)
    print(f"{room}: {pair}: AUC {found:.3f}")
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])

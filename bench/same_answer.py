"""python -m bench.same_answer [page] [rounds] [wall|work]: can a stranger tell by the clock who is a member?

Known and unknown addresses ask for an e-mail by turns, each address once and each from a machine of its own. AUC is how often
an answer to a known address takes longer than one to an unknown: 0.5 is a coin. The control works two milliseconds
more for people we know, and must be seen. On a machine that does other things as well, ask for `work`: it counts the time
this process was really at work, and sees much smaller differences than anybody outside could.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time
from typing import Any

import django

GOAL = (0.45, 0.55)
CONTROL = 0.002
CLOCKS = {"wall": perf_counter, "work": process_time}


def main(page: str = "/sign-in/", rounds: str = "500", clock: str = "wall") -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ.update(DATA_DIR=place, DJANGO_SETTINGS_MODULE="goldenthread.settings")
        django.setup()
        from goldenthread.people import emails

        prepare(int(rounds))
        known, unknown = measure(page, int(rounds), "a", CLOCKS[clock])
        told(f"{page} {clock}, as it is", known, unknown)
        emails.sign_in = slow_for_people(emails.sign_in)
        seen = told(f"{page} {clock}, control", *measure(page, int(rounds), "b", CLOCKS[clock]))
        sys.exit(0 if GOAL[0] <= auc(known, unknown) <= GOAL[1] < seen else 1)


def prepare(rounds: int) -> None:
    from django.core.management import call_command

    from goldenthread.kit.models import House
    from goldenthread.people.models import Person

    call_command("migrate", verbosity=0)
    House.objects.create(pk=1, name="Home", sentence="A house to measure.", founded_at="2026-01-01T00:00Z")
    Person.objects.bulk_create(
        Person(name=f"Somebody {number}", email=f"known{turn}{number:04}@example.org")
        for turn in "ab"
        for number in range(rounds)
    )


def measure(page: str, rounds: int, turn: str, clock: Callable[[], float]) -> tuple[list[float], list[float]]:
    """Seconds for known and for unknown addresses, by turns; the first of a pair changes from pair to pair."""
    times: dict[str, list[float]] = {"known": [], "never": []}
    for number in range(rounds):
        for kind in sorted(times, reverse=bool(number % 2)):
            times[kind].append(ask(page, f"{kind}{turn}{number:04}@example.org", number * 2 + (kind == "known"), clock))
    return times["known"], times["never"]


def ask(page: str, address: str, number: int, clock: Callable[[], float]) -> float:
    machine = f"10.{ord(address[5])}.{number // 250}.{number % 250 + 1}"
    from django.test import Client

    browser = Client(HTTP_HOST="localhost", REMOTE_ADDR=machine)
    begun = clock()
    answer = browser.post(page, {"name": "Somebody", "email": address})
    passed = clock() - begun
    assert answer.status_code == 302, answer.status_code
    return passed


def slow_for_people(write: Callable[..., Any]) -> Callable[..., Any]:
    def slowly(address: str, **more: Any) -> Any:
        end = process_time() + (CONTROL if address.startswith("known") else 0)
        while process_time() < end:
            pass
        return write(address, **more)

    return slowly


def told(what: str, known: list[float], unknown: list[float]) -> float:
    found = auc(known, unknown)
    print(
        f"{what}: AUC {found:.3f}; median known {median(known) * 1000:.2f} ms, unknown {median(unknown) * 1000:.2f} ms"
    )
    return found


def auc(known: list[float], unknown: list[float]) -> float:
    slower = sum((one > other) + (one == other) / 2 for one in known for other in unknown)
    return slower / (len(known) * len(unknown))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Everybody who gives a place by form, all open at the same time: our house, pretix and Indico.

The others as their documentation advises: gunicorn with as many workers as there are cores, debug off, PostgreSQL, redis. They find
those in the environment: see bench/peers/with_services.sh.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import psycopg

from bench.fire import House
from bench.ledger import Ledger
from bench.peers import visitor
from bench.processes import first_answer, processor_seconds, running

OURS, SHOP, REGISTRATION, PRESS = "ours", "pretix", "Indico", "Indico, the press alone"
PORT = int(os.environ.get("BENCH_PORT", "8120"))
PRETIX, INDICO = PORT + 4, PORT + 5
WORKERS = os.cpu_count() or 1
THEIR_WORKERS = int(os.environ.get("BENCH_THEIR_WORKERS", WORKERS))
EMAILS_TAKE_AT_MOST = 60
HERE = Path(__file__).resolve().parent
ORDERS = "SELECT count(*) FROM pretixbase_order WHERE status = 'p' AND email LIKE %s"
REGISTRATIONS = (
    "SELECT count(*) FROM event_registration.registrations WHERE state = 1 AND NOT is_deleted AND email LIKE %s"
)


@dataclass
class Place:
    """Where somebody can book, how, and who counts afterwards."""

    name: str
    host: str
    book: Callable[[visitor.Visitor, str], None]
    # How many bookings there are by addresses that begin so.
    booked: Callable[[str], int]
    # Everything that is started for it, and the part of it that answers.
    processes: Callable[[], list[int]]
    answering: Callable[[], list[int]]
    # Returns when all is done that was left to do afterwards, so that nobody else is burdened with it.
    rest: Callable[[], None] = lambda: None
    empty: Callable[[], None] = lambda: None

    def spent(self) -> tuple[float, float]:
        """Seconds of processor time of those who answer, and of all."""
        return sum(map(processor_seconds, self.answering())), sum(map(processor_seconds, self.processes()))


class Ours:
    """The launch of the sample, in a house that is told to be real, so that its e-mails go to the mail server like the others'."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.ledger = Ledger(house.folder)
        from goldenthread.gatherings.bookings.models import Owed
        from goldenthread.kit import models as kit
        from goldenthread.outbox.models import Email

        self.emails, self.owed = Email.objects, Owed.objects
        kit.House.objects.update(is_sample=False, clock_offset=None)
        launch = self.ledger.launch  # Whose day is over, by the real clock.
        launch.day, launch.last_day = self.ledger.now().date() + timedelta(days=60), None
        type(launch).objects.filter(pk=launch.pk).update(day=launch.day, last_day=None)

    def empty(self) -> None:
        self.ledger.open(places=100_000)

    def booked(self, begins: str) -> int:
        """Only those who were written to as well."""
        found = self.ledger.all.filter(email__startswith=begins, state="kept").count()
        return min(found, self.emails.filter(address__startswith=begins, state="sent").count())

    def rest(self) -> None:
        until = time.monotonic() + EMAILS_TAKE_AT_MOST
        while self.owed.exists() or self.emails.filter(state__in=["owed", "claimed"]).exists():
            if time.monotonic() > until:
                raise SystemExit("The letters do not end.")
            time.sleep(0.2)

    def processes(self) -> list[int]:
        return [self.house.process.pid] if self.house.process else []


@contextmanager
def ours(place: Path) -> Iterator[Place]:
    os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{os.environ['PEERS_MAIL']}"
    house = House(place / "data", PORT, workers=WORKERS)
    with house.is_open():
        here = Ours(house)
        yield Place(
            OURS,
            f"localhost:{PORT}",
            visitor.book_with_us,
            here.booked,
            here.processes,
            house.web,
            rest=here.rest,
            empty=here.empty,
        )
        here.ledger.close()


@contextmanager
def server(place: Path, name: str, application: str, port: int, first: str) -> Iterator[list[int]]:
    """Its own processes, and those that it keeps its rows in: nobody else uses them."""
    # Its own settings alone: ours name a Django project too.
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "DATA"))}
    command = [
        str(place / name / "venv/bin/python"), "-m", "gunicorn", application,
        "--workers", str(THEIR_WORKERS), "--bind", f"127.0.0.1:{port}", "--log-level", "warning",
    ]  # fmt: skip
    with running(command, place / name / "server.log", environment | {"PYTHONPATH": str(HERE)}) as process:
        first_answer(f"http://127.0.0.1:{port}{first}", patience=300)
        yield [process.pid, *map(int, os.environ["PEERS_PROCESSES"].split())]


def counted(database: str, question: str) -> Callable[[str], int]:
    def booked(begins: str) -> int:
        where = f"host=127.0.0.1 port={os.environ['PEERS_DATABASE']} user=peers dbname={database}"
        with psycopg.connect(where) as line:
            return int(line.execute(question, (f"{begins}%",)).fetchone()[0])

    return booked


@contextmanager
def everybody(scratch: Path) -> Iterator[list[Place]]:
    """In turn, from the quickest to ask to the slowest."""
    place = Path(os.environ["PEERS_PLACE"])
    with ExitStack() as open_now:
        found = [open_now.enter_context(ours(scratch))]
        if (place / "indico/ready").exists():
            its = open_now.enter_context(server(place, "indico", "indico_without_dns", INDICO, visitor.INDICO_FORM))
            booked, host = counted("indico", REGISTRATIONS), f"127.0.0.1:{INDICO}"
            for name, book in ((REGISTRATION, visitor.book_with_indico), (PRESS, visitor.press_only_with_indico)):
                found.append(Place(name, host, book, booked, lambda: its, lambda: its))
        if (place / "pretix/ready").exists():
            those = open_now.enter_context(server(place, "pretix", "pretix.wsgi", PRETIX, visitor.PRETIX_SHOP))
            booked, host = counted("pretix", ORDERS), f"127.0.0.1:{PRETIX}"
            found.append(Place(SHOP, host, visitor.book_with_pretix, booked, lambda: those, lambda: those))
        yield found

"""python -m bench.booking_under_fire fire|cuts|rushes|unlocked|careless: is any booking lost, or a place sold twice?

fire      10,000 attempts of 100 clients on 100 places, while everybody in the house is killed 20 times with -9
cuts      the power fails 20 times: the disk is a file on a loop device (as root), copied in the middle and looked at
rushes    100 times 32 clients at the last 50 places, with a waiting list and people who cancel
unlocked  the control of rushes, on PostgreSQL: nobody locks the opening, so places must be sold twice
careless  the control of cuts: SQLite with synchronous=NORMAL, so bookings must be lost
--attempts N, --times N and --clients N make it smaller. The database is SQLite, or that of DATABASE_URL:
script/_postgresql .venv/bin/python -m bench.booking_under_fire fire
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pysqlite3

from bench.fire import Browser, House, Told, interrupted, rush
from bench.ledger import Ledger
from bench.processes import send, stop

PORT = int(os.environ.get("BENCH_PORT", "8120"))
SIZES = {"fire": (10_000, 20, 100), "cuts": (10_000, 20, 50), "rushes": (90, 100, 32)}
SIZES |= {"unlocked": (90, 10, 32), "careless": (3_000, 10, 50)}
UNLOCKED = (
    "from django.db.models.query import QuerySet; QuerySet.select_for_update = lambda self, *_, **__: self._chain(); "
    "from goldenthread.kit import sql; sql.query_and_lock = lambda statement, _table, *given: sql.query(statement, *given)"
)
CARELESS = (
    "from goldenthread.kit.sqlite import base; base.PROMISES['init_command'] = "
    "base.PROMISES['init_command'].replace('synchronous = FULL', 'synchronous = NORMAL')"
)


def fire(house: House, ledger: Ledger, attempts: int, times: int, clients: int) -> dict[str, object]:
    ledger.open(places=100)
    told, stop = Told(), threading.Event()
    emails = [f"a{number}@example.org" for number in range(attempts)]
    # One in ten asks twice, as somebody who presses Back does.
    emails += random.sample(emails, attempts // 10)
    killer = threading.Thread(
        target=interrupted, args=(house, times, lambda: len(told.waits), len(emails), stop), daemon=True
    )
    killer.start()
    rush(house.port, clients, emails, seconds=3600, told=told)
    stop.set()
    killer.join()
    return counted(told, ledger) | {"kills": house.kills}


def rushes(house: House, ledger: Ledger, attempts: int, times: int, clients: int) -> dict[str, object]:
    """Each clears the room first. Every fifth press is followed by a cancellation, as from an e-mail."""
    sums: Counter[str] = Counter()
    waits: list[float] = []
    for number in range(times):
        ledger.open(places=50)
        emails = [f"r{number}x{press}@example.org" for press in range(attempts)]
        with ledger.watching():
            told = rush(house.port, clients, emails, seconds=600, told=Told(), then=canceller(ledger))
        ledger.settle()
        found = counted(told, ledger)
        waits += told.waits
        sums.update({name: number for name, number in found.items() if isinstance(number, int)})
        sums["rushes that oversold"] += bool(found["oversold"])
        sums["rushes that ended with a seat idle"] += ledger.taken() != 50
    waits.sort()
    share = {"p50 ms": waits[len(waits) // 2] * 1000, "p99 ms": waits[int(len(waits) * 0.99)] * 1000}
    return dict(sums) | {name: round(number, 1) for name, number in share.items()}


def canceller(ledger: Ledger):
    def cancel(browser: Browser, email: str) -> None:
        if email.endswith("5@example.org") and (key := ledger.key_of(email)):
            place = f"/gatherings/launch/booking/{key}/"
            browser.press(f"{place}cancellation/", {}, until=time.monotonic() + 60, after=place)

    return cancel


def cuts(house: House, ledger: Ledger, attempts: int, times: int, clients: int) -> dict[str, object]:
    ledger.open(places=100)
    told, ended = Told(), threading.Event()
    emails = [f"c{number}@example.org" for number in range(attempts)]

    def go() -> None:
        rush(house.port, clients, emails, seconds=3600, told=told)
        ended.set()

    clients_thread = threading.Thread(target=go)
    clients_thread.start()
    sums: Counter[str] = Counter()
    for number in range(times):
        while len(told.waits) < attempts * (number + 0.5) / times and not ended.wait(0.01):
            pass
        time.sleep(random.random() * 0.1)
        if not ended.is_set():
            sums.update(cut(house, told))
    clients_thread.join()
    return counted(told, ledger) | dict(sums)


def cut(house: House, told: Told) -> dict[str, int]:
    """Stop the world, keep a copy of the disk as it is now, and see what a restart would find on it."""
    place = house.folder.parent.parent
    assert house.process
    stopped = stop(house.process.pid)
    acknowledged = set(told.acknowledged)
    subprocess.run(["cp", "--sparse=always", place / "disk.img", place / "cut.img"], check=True)
    send(signal.SIGCONT, stopped)
    with mounted(place / "cut.img", place / "cut") as disk:
        database = pysqlite3.connect(disk / "data" / "house.sqlite3")
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        found = {email for (email,) in database.execute("SELECT email FROM bookings_booking")}
        database.close()
    return {"cuts": 1, "damaged": int(whole != "ok"), "acknowledged and lost at a cut": len(acknowledged - found)}


@contextmanager
def mounted(image: Path, on: Path) -> Iterator[Path]:
    on.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", "loop", image, on], check=True)
    try:
        yield on
    finally:
        subprocess.run(["umount", on], check=True)


@contextmanager
def disk(place: Path, *, is_its_own: bool) -> Iterator[Path]:
    if not is_its_own:
        (place / "mnt").mkdir()
        yield place / "mnt"
        return
    subprocess.run(["truncate", "-s", "160M", place / "disk.img"], check=True)
    subprocess.run(["mkfs.ext4", "-q", "-F", place / "disk.img"], check=True)
    with mounted(place / "disk.img", place / "mnt") as mnt:
        yield mnt


def counted(told: Told, ledger: Ledger) -> dict[str, object]:
    return {
        "attempts": len(told.waits),
        "acknowledged": len(told.acknowledged),
        "oversold": ledger.oversold(),
        "taken": ledger.taken(),
        "acknowledged and lost": len(told.acknowledged - ledger.emails()),
        "people with two bookings": ledger.doubles(),
        "retries": told.retries,
        "unanswered": told.statuses[0],
        "refused": sum(told.statuses.values()) - told.statuses[302] - told.statuses[0],
        "per second": round(len(told.waits) / told.seconds, 1),
        "p50 ms": round(told.percentile(0.5), 1),
        "p99 ms": round(told.percentile(0.99), 1),
    }


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("what", choices=SIZES)
    for number, name in enumerate(("attempts", "times", "clients")):
        words.add_argument(f"--{name}", type=int, help=", ".join(f"{what}: {of[number]}" for what, of in SIZES.items()))
    asked = words.parse_args()
    sizes = [getattr(asked, n) or of for n, of in zip(("attempts", "times", "clients"), SIZES[asked.what], strict=True)]
    act = {"unlocked": rushes, "careless": cuts}.get(asked.what) or globals()[asked.what]
    place = Path(tempfile.mkdtemp(prefix="golden-thread-fire-"))
    try:
        with disk(place, is_its_own=act is cuts) as mnt:
            # Without the lock, many at once make it likely enough to see.
            workers = 8 if asked.what == "unlocked" else 4
            house = House(
                mnt / "data", PORT, workers, before={"unlocked": UNLOCKED, "careless": CARELESS}.get(asked.what, "")
            )
            with house.is_open():
                ledger = Ledger(house.folder)
                found = act(house, ledger, *sizes)
                ledger.close()
                database = os.environ.get("DATABASE_URL", "sqlite").partition(":")[0]
                print(json.dumps({"what": asked.what, "database": database, **found}), flush=True)
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())

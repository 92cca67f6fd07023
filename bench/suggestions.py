"""python -m bench.suggestions [PEOPLE]: the monthly round of introductions in a house of many, and who waits meanwhile.

Invented people who all asked to be introduced, and some encounters. The round and its first e-mails run in a process of
their own, as a worker does; beside it a page is asked for and something small is written, again and again.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from random import Random

import django
from django.conf import settings
from django.utils import timezone

HERE = Path(__file__).resolve().parent
PEOPLE, AT_ONCE = 100_000, 5000


def main() -> None:
    if sys.argv[1:2] == ["inside"]:
        inside(sys.argv[2], int(sys.argv[3]))
        return
    how_many = int(sys.argv[1]) if sys.argv[1:] else PEOPLE
    with tempfile.TemporaryDirectory() as place:
        env = os.environ | {"DATA_DIR": place, "DJANGO_SETTINGS_MODULE": "goldenthread.settings", "DATABASE_URL": ""}
        run = [sys.executable, "-m", "bench.suggestions", "inside"]
        subprocess.run([*run, "move_in", str(how_many)], env=env, check=True)
        quiet = subprocess.run([*run, "ask", "0"], env=env, check=True, capture_output=True, text=True).stdout
        worker = subprocess.Popen([*run, "suggest", "0"], env=env)
        meanwhile = subprocess.run([*run, "ask", str(worker.pid)], env=env, check=True, capture_output=True, text=True)
        print(f"alone: {quiet.strip()}\nduring the round: {meanwhile.stdout.strip()}")
        if worker.wait():
            sys.exit("The round failed.")


def inside(what: str, number: int) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    django.setup()
    {"move_in": move_in, "suggest": suggest, "ask": ask}[what](number)


def move_in(how_many: int) -> None:
    from bench import directory_people as house
    from goldenthread.people import models as people
    from goldenthread.threads import models as threads

    chance = Random(1)
    house.move_in(0, chance)
    words = [f"{first}{last}" for first in house.THINGS for last in ("", "work", "house", "time", "craft")]
    now = timezone.now()
    for start in range(0, how_many, AT_ONCE):
        made = people.Person.objects.bulk_create(
            people.Person(name=f"P {n}", email=f"p{n}@example.org", joined_at=now, password="!")
            for n in range(start, min(start + AT_ONCE, how_many))
        )
        people.Portrait.objects.bulk_create(_portrait(people, person, words, chance) for person in made)
        people.Hat.objects.bulk_create(
            people.Hat(person=p, sector=chance.choice(people.Sector.values), audience="members", is_for_mixing=True)
            for p in made
        )
        pairs = {tuple(sorted(chance.sample(made, 2), key=lambda p: p.pk)) for _ in range(5 * len(made))}
        threads.Encounter.objects.bulk_create(
            threads.Encounter(one=one, other=other, at=now, where_key="gathering:1") for one, other in pairs
        )


def _portrait(people, person, words, chance):
    brings, looks_for = (" ".join(chance.sample(words, 3)) for _ in range(2))
    region = chance.choice(people.Region.values)
    return people.Portrait(person=person, region=region, brings=brings, looks_for=looks_for, introductions="yes")


def suggest(_number: int) -> None:
    from goldenthread.kit.clock import now as by_the_house
    from goldenthread.threads import chores, models, seeking, suggesting

    now = by_the_house()
    clock, marks = time.process_time, [time.process_time()]
    told = seeking.who_asked(now)
    marks.append(clock())
    pairs = list(suggesting.find_pairs(told))
    marks.append(clock())
    chores.suggest(now)
    marks.append(clock())
    chores.ask(now)
    marks.append(clock())
    read, matched, whole, emails = (round(b - a, 1) for a, b in pairwise(marks))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(told):,} asked; read {read} s, matched {matched} s ({len(pairs):,} pairs); the chore, with reading, matching "
        f"and writing {models.Introduction.objects.count():,} introductions, {whole} s; {chores.EMAILS_IN_A_ROUND} letters "
        f"{emails} s (all processor time); peak {peak} MB; load {os.getloadavg()[0]:.0f}",
        flush=True,
    )


def ask(worker: int) -> None:
    """A page and a small write, until the worker is done; alone for ten seconds."""
    from django.test import Client

    from goldenthread.journal.note import note
    from goldenthread.people.models import Person

    client = Client(SERVER_NAME="localhost")
    person = Person.objects.get(email="p7@example.org")
    client.force_login(person)
    until, pages, writes = time.perf_counter() + 10, [], []
    while Path(f"/proc/{worker}").exists() and not _is_done(worker) if worker else time.perf_counter() < until:
        pages.append(_timed(lambda: client.get("/me/thread/")))
        writes.append(_timed(lambda: note(person, "waved", person)))
        time.sleep(0.02)
    print(f"page {_told(pages)}; write {_told(writes)}; {len(pages)} times")


def _is_done(worker: int) -> bool:
    return Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def _timed(what) -> float:
    begun = time.perf_counter()
    what()
    return (time.perf_counter() - begun) * 1000


def _told(times: list[float]) -> str:
    rising = sorted(times)
    return f"p50 {statistics.median(rising):.0f} ms, p99 {rising[int(len(rising) * 0.99)]:.0f} ms, worst {rising[-1]:.0f} ms"


if __name__ == "__main__":
    main()

"""python -m bench.races [RACE ...]: is a chair of a session given twice, does a cell hold two cards, or is anything lost?

Each race is run a hundred times (--times N): four processes press at one moment, on real transactions.
`--unlocked` is the control, on PostgreSQL: nobody locks a row, so things must be given twice or lost.
The database is a new one of SQLite, or that of DATABASE_URL: script/_postgresql .venv/bin/python -m bench.races
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

AT_ONCE = 4
CHAIRS = (
    "last_chair",
    "last_chair_as_the_room_shrinks",
    "wishes_that_close",
    "two_cards_on_one_cell",
    "a_card_that_is_moved_as_its_host_leaves",
)
PROGRAMME = ("one_room_and_hour", "one_session_to_four_hours", "all_told_twice", "two_drafts_taken_over")


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("races", nargs="*", default=[*CHAIRS, *PROGRAMME])
    words.add_argument("--times", type=int, default=100)
    words.add_argument("--unlocked", action="store_true")
    options = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="golden-thread-races-") as folder:
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="bench.rush")
        django.setup()
        sys.exit(run(options.races, options.times, is_unlocked=options.unlocked))


def run(names: list[str], times: int, *, is_unlocked: bool) -> int:
    """How many races went wrong."""
    from bench.presses import pressing
    from bench.race_stage import make_stage

    # Pages of a house whose files nobody has collected.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    call_command("migrate", verbosity=0)
    print(
        f"| {connection.vendor}: race | times | wrong | what went wrong | seconds |\n|---|---|---|---|---|", flush=True
    )
    with pressing(AT_ONCE, before=unlock if is_unlocked else lambda: None) as presses:
        stage = make_stage()
        return sum(repeat(name, times, stage, presses) for name in names)


def repeat(name: str, times: int, stage: Any, presses: Any) -> int:
    """One race so many times; in how many of them anything went wrong."""
    from bench import chair_races, programme_races

    race = getattr(chair_races if name in CHAIRS else programme_races, name)
    begun, faults = time.perf_counter(), [+race(stage, presses) for _ in range(times)]
    wrong, sums = sum(map(bool, faults)), sum(faults, Counter[str]())
    words = ", ".join(f"{what}: {n}" for what, n in sorted(sums.items())) or "nothing"
    took = time.perf_counter() - begun
    print(f"| {name.replace('_', ' ')} | {times} | {wrong} | {words} | {took:.1f} |", flush=True)
    return wrong


def unlock() -> None:
    """As if nobody had thought of locks."""
    from django.db.models.query import QuerySet

    def unlocked(rows: QuerySet, **_: object) -> QuerySet:  # type: ignore[type-arg]
        return rows.all()

    QuerySet.select_for_update = unlocked  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    main()

"""The weave: how sectors and regions are meeting. Counted once a day, never while one looks, and of people who allowed it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from goldenthread.kit.sql import query
from goldenthread.kit.suppression import SMALLEST_SHOWN, rounded, rounded_cells
from goldenthread.people.models import OPEN_TO_MEMBERS, Hat, Portrait, Region, Sector
from goldenthread.threads.models import Ending, Thread, Weave
from goldenthread.threads.models.weave import BEYOND, WITHIN

A_SEASON = timedelta(days=90)
# Everybody who met or has a thread, each pair once; and by which names each of them goes. Counted by the database: NumPy would stay
# in the worker for good, with ten megabytes.
PAIRS = """WITH pairs (one, other) AS (
    SELECT one_id, other_id FROM threads_encounter UNION SELECT one_id, other_id FROM threads_thread
), names (person, name) AS ({names})"""
TIES = """{pairs} SELECT mine.name, theirs.name, COUNT(*) FROM pairs
JOIN names mine ON mine.person = pairs.one JOIN names theirs ON theirs.person = pairs.other
GROUP BY mine.name, theirs.name"""
PEOPLE = """{pairs}, ends (one, other) AS (SELECT one, other FROM pairs UNION ALL SELECT other, one FROM pairs)
SELECT mine.name, theirs.name, COUNT(DISTINCT ends.one) FROM ends
JOIN names mine ON mine.person = ends.one JOIN names theirs ON theirs.person = ends.other
GROUP BY mine.name, theirs.name"""

Names = QuerySet[Any, tuple[int, str]]
Cells = Mapping[tuple[str, str], int]


def count_the_weave(now: datetime) -> Weave:
    counts = {"sectors": _sectors(), "regions": _regions(), "threads": _threads(now)}
    return Weave.objects.update_or_create(pk=1, defaults={"counted_at": now, "told": counts})[0]


def _sectors() -> dict[str, int]:
    hats: Names = Hat.objects.filter(is_for_counts=True).exclude(sector="").values_list("person_id", "sector")
    names = Sector.values
    ties, people = _ties(hats), _people(hats)
    cells = {(a, b): ties.get((a, b), 0) for place, a in enumerate(names) for b in names[place:]}
    few = [cell for cell in cells if min(people.get(cell, 0), people.get(cell[::-1], 0)) < SMALLEST_SHOWN]
    lines = [[cell for cell in cells if name in cell] for name in names]
    return {f"{a} {b}": count for (a, b), count in rounded_cells(cells, lines, few).items()}


def _regions() -> dict[str, int]:
    portraits = Portrait.objects.filter(region_audience__in=OPEN_TO_MEMBERS).exclude(region="")
    where: Names = portraits.values_list("person_id", "region")
    ties, people = _ties(where), _people(where)
    cells, few = {}, []
    for name in Region.values:
        beyond = [(name, other) for other in Region.values if other != name]
        cells[name, WITHIN] = ties.get((name, name), 0)
        cells[name, BEYOND] = sum(ties.get(cell, 0) for cell in beyond)
        few += [(name, WITHIN)] * (people.get((name, name), 0) < SMALLEST_SHOWN)
        few += [(name, BEYOND)] * (max(people.get(cell, 0) for cell in beyond) < SMALLEST_SHOWN)
    columns = [[(name, side) for name in Region.values] for side in (WITHIN, BEYOND)]
    return {f"{name} {side}": count for (name, side), count in rounded_cells(cells, columns, few).items()}


def _threads(now: datetime) -> dict[str, int]:
    """How many lasted a season, and how many did not, or not yet."""
    ended = {(one, other): at for one, other, at in Ending.objects.values_list("one_id", "other_id", "at")}
    counts = {"lasted": 0, "others": 0}
    for one, other, since in Thread.objects.values_list("one_id", "other_id", "at").iterator():
        until = ended.get((one, other))
        lasted = (until or now) - since >= A_SEASON
        counts["lasted" if lasted else "others"] += 1
    began = sum(counts.values())
    return rounded(counts) | ({"began": began - began % SMALLEST_SHOWN} if began >= SMALLEST_SHOWN else {})


def _ties(names: Names) -> Cells:
    """How many pairs are of two names; the same both ways, and those of one name once."""
    there = _counted(TIES, names)
    return {
        cell: there.get(cell, 0) + (there.get(cell[::-1], 0) if cell[0] != cell[1] else 0) for cell in _both_ways(there)
    }


def _both_ways(cells: Cells) -> set[tuple[str, str]]:
    return {way for one, other in cells for way in ((one, other), (other, one))}


def _people(names: Names) -> Cells:
    """How many different people of the first name met somebody of the second."""
    return _counted(PEOPLE, names)


def _counted(statement: str, names: Names) -> Cells:
    marked, given = names.query.sql_with_params()
    rows = query(statement.format(pairs=PAIRS.format(names=marked)), *given)
    return {(mine, theirs): count for mine, theirs, count in rows}

"""The weave: how sectors and regions are meeting. Counted once a day, never while one looks, and of people who allowed it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goldenthread.kit.suppression import SMALLEST_SHOWN, rounded, rounded_cells
from goldenthread.people.models import OPEN_TO_MEMBERS, Hat, Portrait, Region, Sector
from goldenthread.threads.models import Encounter, Ending, Thread, Weave
from goldenthread.threads.models.weave import BEYOND, WITHIN

A_SEASON = timedelta(days=90)
# Pairs at a time, so that millions fit into a small machine.
STRETCH = 1 << 18

Counts = NDArray[np.int64]
Marks = NDArray[np.bool_]


def count_the_weave(now: datetime) -> Weave:
    pairs = _pairs()
    counts = {"sectors": _sectors(pairs), "regions": _regions(pairs), "threads": _threads(now)}
    return Weave.objects.update_or_create(pk=1, defaults={"counted_at": now, "told": counts})[0]


def _pairs() -> Counts:
    """Everybody who met or has a thread, each pair once; shape (pairs, 2)."""
    met = Encounter.objects.values_list("one_id", "other_id").distinct()
    begun = Thread.objects.values_list("one_id", "other_id")
    keys = np.fromiter((key for rows in (met, begun) for pair in rows.iterator() for key in pair), dtype=np.int64)
    return np.unique(keys.reshape(-1, 2), axis=0)


def _sectors(pairs: Counts) -> dict[str, int]:
    hats = Hat.objects.filter(is_for_counts=True).exclude(sector="").values_list("person_id", "sector")
    one, other, names = *_marked(pairs, list(hats), Sector.values), Sector.values
    ties, people = _across(one, other), _people(pairs, one, other)
    cells = {(a, b): int(ties[a, b]) for a in range(len(names)) for b in range(a, len(names))}
    few = [cell for cell in cells if min(people[cell], people[cell[::-1]]) < SMALLEST_SHOWN]
    lines = [[cell for cell in cells if place in cell] for place in range(len(names))]
    return {f"{names[a]} {names[b]}": count for (a, b), count in rounded_cells(cells, lines, few).items()}


def _regions(pairs: Counts) -> dict[str, int]:
    portraits = Portrait.objects.filter(region_audience__in=OPEN_TO_MEMBERS).exclude(region="")
    one, other = _marked(pairs, list(portraits.values_list("person_id", "region")), Region.values)
    ties, people = _across(one, other), _people(pairs, one, other)
    cells, few = {}, []
    for place, name in enumerate(Region.values):
        others = [beyond for beyond in range(len(Region.values)) if beyond != place]
        cells[name, WITHIN], cells[name, BEYOND] = int(ties[place, place]), int(ties[place, others].sum())
        few += [(name, WITHIN)] * bool(people[place, place] < SMALLEST_SHOWN)
        few += [(name, BEYOND)] * bool(people[place, others].max(initial=0) < SMALLEST_SHOWN)
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


def _marked(pairs: Counts, worn: Sequence[tuple[int, Any]], names: Sequence[str]) -> tuple[Marks, Marks]:
    """Which of these names each end of each pair goes by; shape (pairs, names) each."""
    place = {name: number for number, name in enumerate(names)}
    keys, rows = np.unique(pairs, return_inverse=True)
    marks = np.zeros((len(keys) + 1, len(names)), dtype=np.bool_)
    row_of = dict(zip(keys.tolist(), range(len(keys)), strict=True))
    for person, name in worn:
        # Whoever has met nobody is put into a row that is cut off.
        marks[row_of.get(person, len(keys)), place[name]] = True
    ends = rows.reshape(-1, 2)
    return marks[ends[:, 0]], marks[ends[:, 1]]


def _across(one: Marks, other: Marks) -> Counts:
    """How many pairs are of two names; the same both ways, and those of one name once."""
    there = np.zeros((one.shape[1], one.shape[1]), dtype=np.int64)
    for begin in range(0, len(one), STRETCH):
        stretch = slice(begin, begin + STRETCH)
        there += one[stretch].astype(np.int64).T @ other[stretch].astype(np.int64)
    return there + there.T - np.diag(np.diag(there))


def _people(pairs: Counts, one: Marks, other: Marks) -> Counts:
    """How many different people of the first name met somebody of the second."""
    keys, rows = np.unique(np.concatenate([pairs[:, 0], pairs[:, 1]]), return_inverse=True)
    mine, theirs = np.concatenate([one, other]), np.concatenate([other, one])
    counts = np.zeros((one.shape[1], one.shape[1]), dtype=np.int64)
    for first, second in np.ndindex(counts.shape):
        met = np.bincount(rows, weights=mine[:, first] & theirs[:, second], minlength=len(keys))
        counts[first, second] = int((met > 0).sum())
    return counts

"""Whoever only waited, or had asked, and is seen at the door has a place; where that was a slip, they stand as they did before."""

from __future__ import annotations

from collections.abc import Collection

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.state import WITHOUT_A_PLACE
from goldenthread.gatherings.day.models import PRESENT, WAS_HERE
from goldenthread.gatherings.plan.models import Gathering


def put_right(gathering: Gathering, keys: Collection[int], *, gives: bool) -> None:
    """By how each of them stands now. A host gives places (`gives`): nobody does to themselves. Call it under the lock of `take`."""
    standings = gathering.arrivals.filter(booking__in=keys).standings()
    present = [key for key, standing in standings.items() if standing in PRESENT]
    if gives and present:
        _give(gathering, present)
    if unseen := [key for key, standing in standings.items() if standing not in WAS_HERE]:
        _take_back(gathering, unseen)


def _give(gathering: Gathering, present: Collection[int]) -> None:
    waiting = gathering.bookings.without_mere_presses().filter(pk__in=present, state__in=WITHOUT_A_PLACE)
    for key, state in waiting.values_list("pk", "state"):
        Booking.objects.filter(pk=key).update(state=State.COMING)
        if latest := gathering.arrivals.filter(booking=key).in_order().last():
            gathering.arrivals.filter(pk=latest.pk).update(was=state)


def _take_back(gathering: Gathering, unseen: Collection[int]) -> None:
    given = gathering.arrivals.filter(booking__in=unseen).exclude(was="")
    for key, state in given.in_order().values_list("booking", "was"):
        Booking.objects.filter(pk=key, state=State.COMING).update(state=state)
    given.update(was="")

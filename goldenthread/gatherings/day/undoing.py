"""Two doors, one list: who takes back what somebody else said reads who had said it, and when."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import time_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.day.arriving import DoorPress
from goldenthread.gatherings.day.models import Arrival, Standing
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Person


def taken_from_others(gathering: Gathering, presses: Iterable[DoorPress], by: Person) -> list[str]:
    """In sentences, before these presses are taken. Nothing is said of what I said myself, nor of a press that is told twice."""
    keys = {press.booking for press in presses if press.standing == Standing.COMING and press.booking}
    if not keys:
        return []
    arrivals = gathering.arrivals.filter(booking__in=keys).in_order().select_related("by", "booking__person")
    latest = {arrival.booking_id: arrival for arrival in arrivals}
    return [
        _in_words(arrival, gathering)
        for arrival in latest.values()
        if arrival.standing != Standing.COMING and arrival.by_id != by.pk
    ]


def _in_words(arrival: Arrival, gathering: Gathering) -> str:
    what = {
        "name": arrival.booking.listed_as,
        "standing": arrival.get_standing_display(),
        "time": time_format(arrival.at.astimezone(gathering.zone), "G:i"),
    }
    if arrival.by is None:
        return _("%(name)s said so themselves at %(time)s (%(standing)s). You’ve taken it back.") % what
    who = {"who": arrival.by.known_as}
    return _("%(who)s marked %(name)s at %(time)s (%(standing)s). You’ve taken it back.") % (what | who)

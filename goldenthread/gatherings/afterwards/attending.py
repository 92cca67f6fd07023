"""What somebody really took part in: hours and sessions, from the arrivals and from nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.held_tables import ALWAYS, HeldTable, rounds_of, tables_held
from goldenthread.gatherings.day.models import WAS_HERE
from goldenthread.gatherings.day.presence import StandingAt, spans
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering

QUARTER = timedelta(minutes=15)


def what_is_printed(gathering: Gathering) -> dict[int, dict[str, Any]]:
    """By booking, for everybody who was there: all that their certificate says."""
    standings, presses = gathering.arrivals.standings(), gathering.arrivals.presses()
    came = [key for key, standing in standings.items() if standing in WAS_HERE]
    held = tables_held(gathering, rounds_of(gathering))
    bookings = gathering.bookings.filter(pk__in=came).select_related("person").defer("needs", "supporter", "line")
    alike = {
        "title": gathering.title,
        "when": in_words.when(gathering),
        "where": in_words.where(gathering),
        "aims": gathering.lede,
        "convenors": [convening.person.known_as for convening in gathering.current_convenings],
        "hosted_by": gathering.hosted_by,
    }
    return {
        booking.pk: alike
        | {
            "name": booking.known_as,
            "hours": hours_in_words(presses[booking.pk], gathering),
            "sessions": _sessions(booking, held),
        }
        for booking in bookings.order_by("pk")
    }


def hours_in_words(presses: list[StandingAt], gathering: Gathering) -> str:
    """Such as "5.25 hours", in whole quarters that were full. Nothing where the hours of the gathering are not known."""
    starts, ends = gathering.starts_at, gathering.ends_at
    one_day = not gathering.last_day or gathering.last_day == gathering.day
    if not (gathering.from_time and gathering.to_time and starts and ends and one_day):
        return ""
    quarters = _time_there(presses, starts, ends) // QUARTER
    hours = number_format(quarters / 4, decimal_pos=(0, 2, 1, 2)[quarters % 4])
    return ngettext("%(n)s hour", "%(n)s hours", 1 if quarters == 4 else 2) % {"n": hours}


def _time_there(presses: list[StandingAt], starts: datetime, ends: datetime) -> timedelta:
    there = ((max(since, starts), min(until or ends, ends)) for since, until in spans(presses, starts or ALWAYS))
    return sum((max(until - since, timedelta(0)) for since, until in there), timedelta(0))


def _sessions(booking: Booking, held: list[HeldTable]) -> list[str]:
    sat = [table for table in held if booking in table.bookings]
    return [_("%(round)s, at %(table)s") % {"round": str(table.round), "table": table.table.label} for table in sat]

"""What somebody really took part in: hours and sessions, from the arrivals and from nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.held_tables import ALWAYS, HeldTable, rounds_of, tables_held, window
from goldenthread.gatherings.day.models import WAS_HERE
from goldenthread.gatherings.day.presence import StandingAt, spans
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Round
from goldenthread.kit.house import the_house

QUARTER = timedelta(minutes=15)


def what_is_printed(gathering: Gathering) -> dict[int, dict[str, Any]]:
    """By booking, for everybody who was there: all that their certificate says."""
    standings, presses = gathering.arrivals.standings(), gathering.arrivals.presses()
    came = [key for key, standing in standings.items() if standing in WAS_HERE]
    held = tables_held(gathering, _rounds_within(gathering))
    bookings = gathering.bookings.filter(pk__in=came).select_related("person").defer("needs", "supporter", "line")
    printed, alike = {}, {language: _alike(gathering, language) for language, _name in settings.LANGUAGES}
    for booking in bookings.order_by("pk"):
        # In the language of whose it is: they show it, whoever issues it.
        language = booking.person.language if booking.person else booking.language
        with translation.override(language):
            printed[booking.pk] = alike[language] | {
                "name": booking.known_as,
                "hours": hours_in_words(presses[booking.pk], gathering),
                "sessions": _sessions(booking, held, gathering),
            }
    return printed


def _alike(gathering: Gathering, language: str) -> dict[str, Any]:
    """What all of them say who read this language."""
    with translation.override(language):
        return {
            "title": gathering.title,
            "when": ", ".join(filter(None, [in_words.when(gathering), in_words.hours(gathering)])),
            "where": in_words.where(gathering),
            "aims": gathering.lede,
            "convenors": [convening.person.known_as for convening in gathering.current_convenings],
            "hosted_by": gathering.hosted_by,
            "site": house.name if (house := the_house()) else "",
        }


def hours_in_words(presses: list[StandingAt], gathering: Gathering) -> str:
    """Such as "5.25 hours", in whole quarters that were full. Nothing where the hours of the gathering are not
    known, nor where we do not know of a full quarter: nobody comes for 0 hours."""
    starts, ends = gathering.starts_at, gathering.ends_at
    one_day = not gathering.last_day or gathering.last_day == gathering.day
    if not (gathering.from_time and gathering.to_time and starts and ends and one_day):
        return ""
    quarters = _time_there(presses, starts, ends) // QUARTER
    if not quarters:
        return ""
    hours = number_format(quarters / 4, decimal_pos=(0, 2, 1, 2)[quarters % 4])
    return ngettext("%(n)s hour", "%(n)s hours", 1 if quarters == 4 else 2) % {"n": hours}


def _time_there(presses: list[StandingAt], starts: datetime, ends: datetime) -> timedelta:
    there = ((max(since, starts), min(until or ends, ends)) for since, until in spans(presses, starts or ALWAYS))
    return sum((max(until - since, timedelta(0)) for since, until in there), timedelta(0))


def _sessions(booking: Booking, held: list[HeldTable], gathering: Gathering) -> list[str]:
    """Such as "What brings us here, 10:00 to 10:45". At which table is nobody's business."""
    return [_session(table.round, gathering) for table in held if booking in table.bookings]


def _rounds_within(gathering: Gathering) -> list[Round]:
    """A round that was laid out before it began or after it was over was never held."""
    starts, ends = gathering.starts_at, gathering.ends_at
    lasting = ((round_, window(round_, gathering)) for round_ in rounds_of(gathering))
    return [r for r, lasts in lasting if not (lasts and starts and ends) or (lasts[0] < ends and lasts[1] > starts)]


def _session(round_: Round, gathering: Gathering) -> str:
    """One that ran over ends with the gathering, as the hours do."""
    if not (round_.starts_at and round_.ends_at):
        return str(round_)
    lasts = (
        max(round_.starts_at, gathering.starts_at or ALWAYS),
        min(round_.ends_at, gathering.ends_at or round_.ends_at),
    )
    start, end = (in_words.an_hour(at.astimezone(gathering.zone).time()) for at in lasts)
    return _("%(round)s, %(start)s to %(end)s") % {"round": str(round_), "start": start, "end": end}

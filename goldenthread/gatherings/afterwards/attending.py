"""What somebody really took part in: hours and sessions, from the arrivals and from nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import translation
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
    bookings = (
        gathering.bookings.filter(pk__in=came)
        .select_related("person")
        .defer("needs", "table_needs", "supporter", "line")
    )
    printed, alike = {}, {language: _alike(gathering, language) for language, _name in settings.LANGUAGES}
    for booking in bookings.order_by("pk"):
        # In the language of whose it is: they show it, whoever issues it.
        language = booking.person.language if booking.person else booking.language
        with translation.override(language):
            printed[booking.pk] = alike[language] | {
                "name": booking.known_as,
                "hours": hours_in_words(presses[booking.pk], gathering),
                "attended": times_in_words(presses[booking.pk], gathering),
                "language": language,
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
    """Such as "5 hours 15 minutes". Nothing where the hours of the gathering are not known, nor where we do not know of a
    full quarter of an hour: nobody comes for that."""
    there = sum((until - since for since, until in _times_there(presses, gathering)), timedelta(0))
    if there < QUARTER:
        return ""
    hours, minutes = divmod(there // timedelta(minutes=1), 60)
    words = [
        ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours} if hours else "",
        ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes} if minutes else "",
    ]
    return " ".join(filter(None, words))


def times_in_words(presses: list[StandingAt], gathering: Gathering) -> str:
    """Such as "all of it, 9:30 to 16:30", or "9:30 to 10:15, 12:00 to 16:30"; nothing where no hours are told."""
    if not hours_in_words(presses, gathering):
        return ""
    times = _times_there(presses, gathering)
    words = ", ".join(_from_to(since, until, gathering) for since, until in times)
    is_all = times == [(gathering.starts_at, gathering.ends_at)]
    return _("all of it, %(times)s") % {"times": words} if is_all else words


def has_hours(gathering: Gathering) -> bool:
    """Whether a plan says what can be counted: one day, from an hour until an hour."""
    one_day = not gathering.last_day or gathering.last_day == gathering.day
    return bool(gathering.day and gathering.from_time and gathering.to_time and one_day)


def _times_there(presses: list[StandingAt], gathering: Gathering) -> list[tuple[datetime, datetime]]:
    starts, ends = gathering.starts_at, gathering.ends_at
    if not (has_hours(gathering) and starts and ends):
        return []
    there = (
        (max(_minute(since), starts), min(_minute(until or ends), ends)) for since, until in spans(presses, starts)
    )
    return [(since, until) for since, until in there if since < until]


def _minute(moment: datetime) -> datetime:
    """Times are printed without seconds: so hours are counted without them, and whoever adds up what stands there is right."""
    return moment.replace(second=0, microsecond=0)


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
    return _("%(round)s, %(times)s") % {"round": str(round_), "times": _from_to(*lasts, gathering)}


def _from_to(since: datetime, until: datetime, gathering: Gathering) -> str:
    start, end = (in_words.an_hour(at.astimezone(gathering.zone).time()) for at in (since, until))
    return _("%(start)s to %(end)s") % {"start": start, "end": end}

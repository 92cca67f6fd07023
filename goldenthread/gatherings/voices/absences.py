"""When somebody is not there. Nobody is asked for the hours at which they are: without an absence, that is the whole gathering."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.in_words import a_day, an_hour
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Contribution, Voice, VoiceAbsence

A_DAY = timedelta(days=1)


def days_of(gathering: Gathering) -> list[date]:
    """Every day of it, the last one too."""
    if gathering.day is None:
        return []
    last = gathering.last_day or gathering.day
    return [gathering.day + A_DAY * n for n in range((last - gathering.day).days + 1)]


def longest_of(gathering: Gathering) -> timedelta:
    """How long it lasts, as far as the plan knows the hours."""
    if gathering.from_time and gathering.to_time and gathering.starts_at and gathering.ends_at:
        return gathering.ends_at - gathering.starts_at
    return A_DAY * len(days_of(gathering))


def be_away(voice: Voice, day: date, *, from_time: time | None, until_time: time | None) -> VoiceAbsence:
    """A whole day, or some hours of it; past midnight where the second hour is not after the first. The same twice is once."""
    zone = voice.contribution.gathering.zone
    starts_at = datetime.combine(day, from_time or time.min, zone)
    is_next_day = until_time is None or until_time <= (from_time or time.min)
    ends_at = datetime.combine(day + A_DAY if is_next_day else day, until_time or time.min, zone)
    return VoiceAbsence.objects.get_or_create(voice=voice, starts_at=starts_at, ends_at=ends_at)[0]


def absences_at(contribution: Contribution) -> list[tuple[str, str]]:
    """Who brings it, and when each of them is not there."""
    away = VoiceAbsence.objects.filter(voice__in=contribution.voices.that_stay().named())
    rows = away.select_related("voice__person").order_by("starts_at", "pk")
    return [(row.voice.known_as, in_words(row, contribution.gathering)) for row in rows]


def in_words(absence: VoiceAbsence, gathering: Gathering) -> str:
    """Such as “Tuesday 20 April 2027, 9:00 to 11:30”, by the clock of the gathering."""
    start = timezone.localtime(absence.starts_at, gathering.zone)
    end = timezone.localtime(absence.ends_at, gathering.zone)
    words = {"day": a_day(start.date()), "start": an_hour(start.time()), "end": an_hour(end.time())}
    if end.time() == time.min and end.date() == start.date() + A_DAY:
        if start.time() == time.min:
            return _("%(day)s, all day") % words
        return _("%(day)s, from %(start)s") % words
    if end.date() == start.date():
        return _("%(day)s, %(start)s to %(end)s") % words
    return _("%(day)s, from %(start)s until %(end)s on %(last)s") % (words | {"last": a_day(end.date())})

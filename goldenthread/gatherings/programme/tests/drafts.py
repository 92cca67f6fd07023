"""A draft by machine in short, and hours of the day on which it is made."""

from datetime import UTC, date, datetime, time, timedelta

from django.urls import reverse

from goldenthread.gatherings.programme.draft_in_words import drafted_days, unplaced_in_words
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.spans import Span
from goldenthread.gatherings.voices.models import VoiceAbsence

DAY = date(2027, 4, 20)


def at(hour):
    # In April the clocks of London are an hour ahead.
    return datetime.combine(DAY, time.fromisoformat(hour), UTC).replace(hour=time.fromisoformat(hour).hour - 1)


def span(begins, ends):
    return Span(at(begins), at(ends))


def lines_of(run):
    """What would be put where, in short."""
    days = drafted_days(programme_of(run.gathering), run)
    return {line.session.title: (f"{line.starts}–{line.ends}", line.room.name) for day in days for line in day.lines}


def whole(line):
    return Span(line.at, line.at + timedelta(minutes=line.session.minutes))


def reasons_of(run):
    return {row.session.title: row.why for row in unplaced_in_words(programme_of(run.gathering), run)}


def away(session, begins, ends):
    voice = session.speakers.get().voice
    VoiceAbsence.objects.create(voice=voice, starts_at=at(begins), ends_at=at(ends))


def address(name, gathering, *more):
    return reverse(f"programme:{name}", args=[gathering.slug, *more])

"""Reminders as the pages of convenors say them: when each goes, to how many, and what they read."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings import emails
from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Owed, Reminded, Reminder
from goldenthread.gatherings.bookings.reminding import is_due, is_of_a_draft, is_to_come, who_gets
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Email


@dataclass(frozen=True)
class ReminderInWords:
    """One of them: what it is called, and when it goes or went."""

    reminder: Reminder
    sentence: str
    is_to_come: bool


def reminders_of(gathering: Gathering, now: datetime) -> Iterator[ReminderInWords]:
    """The first to go first."""
    for reminder in Reminder.objects.of(gathering).in_turn():
        reminder.gathering = gathering
        yield in_words(reminder, now)


def next_of(gathering: Gathering, now: datetime) -> ReminderInWords | None:
    """The next that goes by itself, if any does."""
    return next((each for each in reminders_of(gathering, now) if each.is_to_come), None)


def why_none_goes(gathering: Gathering) -> str:
    """Nothing is said of a day that may not be, and nothing of a draft that not everybody may see."""
    if gathering.is_called_off:
        return _("It is called off, so nobody is reminded.")
    if gathering.is_postponed:
        return _("It is postponed, so nobody is reminded until there’s a new day.")
    if not gathering.is_public:
        return _("The draft isn’t shown to everybody yet, so nobody is reminded.")
    return "" if gathering.day else _("There’s no day yet, so nobody is reminded.")


def in_words(reminder: Reminder, now: datetime) -> ReminderInWords:
    gathering, goes_at = reminder.gathering, reminder.goes_at
    if goes_at is None or why_none_goes(gathering):
        return ReminderInWords(reminder, why_none_goes(gathering), is_to_come=False)
    when = a_moment(goes_at, gathering.zone)
    if gone := Reminded.objects.by(reminder).count():
        words = ngettext("Went on %(when)s, to %(n)s person.", "Went on %(when)s, to %(n)s people.", gone)
        return ReminderInWords(reminder, words % {"when": when, "n": gone}, is_to_come=False)
    if is_to_come(reminder, now) and is_of_a_draft(reminder):
        words = _("Goes on %(when)s, if you have said by then that the plan is settled.")
        return ReminderInWords(reminder, words % {"when": when}, is_to_come=True)
    if is_to_come(reminder, now) or is_due(reminder, now):
        n = len(who_gets(reminder))
        words = ngettext(
            "Goes by itself on %(when)s, to %(n)s person.", "Goes by itself on %(when)s, to %(n)s people.", n
        )
        return ReminderInWords(reminder, words % {"when": when, "n": n}, is_to_come=True)
    return ReminderInWords(reminder, _("Nobody gets this one: it’s too late for it."), is_to_come=False)


def samples_of(reminder: Reminder) -> list[Email]:
    """As the first of them will read it. That somebody told what they need is for them alone."""
    for booking in who_gets(reminder):
        theirs = copy(booking)
        theirs.gathering, theirs.needs, theirs.table_needs = reminder.gathering, "", ""
        if email := emails.as_it_will_be(Owed(booking=theirs, kind=Owed.Kind.AHEAD, reminder=reminder)):
            return [email]
    return []

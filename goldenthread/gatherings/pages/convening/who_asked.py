"""Who waits for an answer that only people give: about a place, and, of one convenor alone, about the cost."""

from __future__ import annotations

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.pages.convening.steps import Step, leads_to


def answer_who_asked(facts: Facts) -> Step | None:
    """Nobody is answered by the clock, and nobody is late: they would be glad of a word."""
    if facts.unanswered:
        what, why = _who_has_waited(facts)
    elif facts.asked:
        what, why = _who_has_asked(facts)
    else:
        return None
    return Step(what, why, _("See who asked"), f"{leads_to(facts, 'bookings:bookings')}?state=asked")


def answer_about_the_cost(facts: Facts) -> Step | None:
    """For the one convenor it was written to: nobody else reads that there is something."""
    if not facts.said_quietly:
        return None
    n = len(facts.said_quietly)
    what = ngettext("Somebody wrote to you about the cost", "%(n)s people wrote to you about the cost", n) % {"n": n}
    path = leads_to(facts, "bookings:listed_cost", str(facts.said_quietly[0]))
    return Step(what, _("Only you can read it, and only you can answer."), _("Read it"), path)


def _who_has_waited(facts: Facts) -> tuple[str, str]:
    n, days = facts.unanswered, facts.opening.answer_days if facts.opening else 0
    what = ngettext("%(n)s person is waiting for your answer", "%(n)s people are waiting for your answer", n) % {"n": n}
    why = ngettext(
        "They asked for a place more than %(n)s day ago. A short yes or a kind no is enough.",
        "They asked for a place more than %(n)s days ago. A short yes or a kind no is enough.",
        days,
    ) % {"n": days}
    return what, why


def _who_has_asked(facts: Facts) -> tuple[str, str]:
    """By the day that whoever asked first was given, or the day itself if that is sooner."""
    n, why = facts.asked, _("A short yes or a kind no is enough.")
    if facts.opening is None or facts.first_asked_at is None:
        return ngettext("%(n)s person has asked for a place", "%(n)s people have asked for a place", n) % {"n": n}, why
    by = facts.first_asked_at + timedelta(days=facts.opening.answer_days)
    day = by.astimezone(facts.gathering.zone).date()
    if facts.gathering.day and not facts.gathering.is_postponed:
        day = min(day, facts.gathering.day)
    what = ngettext(
        "%(n)s person has asked for a place: answer by %(day)s",
        "%(n)s people have asked for a place: answer by %(day)s",
        n,
    )
    return what % {"n": n, "day": date_format(day, "l j F")}, why

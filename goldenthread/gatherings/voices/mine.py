"""What somebody brings, and who they could help, for their home."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.voices.models import HelpAsked, Voice
from goldenthread.people.models import Person
from goldenthread.threads.left_in_peace import left_in_peace_by

MOST = 20


def brought_by(person: Person, now: datetime) -> list[Voice]:
    """To gatherings that are still to come. What a stranger typed with their address is not theirs until they say so."""
    mine = Voice.objects.filter(
        person=person, contribution__withdrawn_at=None, contribution__gathering__cancellation=None
    )
    to_come = mine.that_stay().proved().filter(_not_over(now)).select_related("contribution__gathering")
    return list(to_come.order_by("contribution__gathering__day", "pk")[:MOST])


def could_help(person: Person, now: datetime) -> list[HelpAsked]:
    """A member is shown who would like to think something through, at gatherings that everybody sees."""
    if not person.joined_at:
        return []
    public = HelpAsked.objects.of_others(person).filter(_not_over(now)).unanswered_by(person)
    rows = list(public.filter(contribution__gathering__publication__isnull=False).order_by("-at", "-pk"))
    # Two questions, which nobody need ask where there is nothing: as `shown_to` leaves them out.
    in_peace = left_in_peace_by(person) if rows else frozenset()
    return [row for row in rows if row.voice.person_id not in in_peace][:MOST]


def _not_over(now: datetime) -> Q:
    day = timezone.localdate(now)
    of = "contribution__gathering__"
    return (
        Q(**{f"{of}day": None}) | Q(**{f"{of}last_day__gte": day}) | Q(**{f"{of}last_day": None, f"{of}day__gte": day})
    )

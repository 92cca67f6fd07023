"""What somebody brings, and who they could help, for their home."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.voices.models import HelpAsked, Voice
from goldenthread.people.models import Person

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
    public = HelpAsked.objects.shown_to(person).filter(_not_over(now)).exclude(offers__person=person)
    return list(public.filter(contribution__gathering__publication__isnull=False).order_by("-at", "-pk")[:MOST])


def _not_over(now: datetime) -> Q:
    day = timezone.localdate(now)
    of = "contribution__gathering__"
    return (
        Q(**{f"{of}day": None}) | Q(**{f"{of}last_day__gte": day}) | Q(**{f"{of}last_day": None, f"{of}day__gte": day})
    )

"""Calls that are open to somebody, of what they follow."""

from __future__ import annotations

from datetime import datetime

from goldenthread.gatherings.voices.call_in_words import until_in_words
from goldenthread.gatherings.voices.models import Call
from goldenthread.people.models import Person


def open_calls_for(person: Person, now: datetime) -> list[tuple[Call, str]]:
    """The one that ends first stands first, each with until when."""
    calls = Call.objects.is_open_at(now).of_those_followed_by(person).with_its_gathering().order_by("until", "pk")
    return [(call, until_in_words(call)) for call in calls if call.is_open(now)]

"""Introductions to which both said yes, for those three weeks in which the two find each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goldenthread.people.models import Person
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Asking
from goldenthread.threads.what_i_see import seen_by


@dataclass(frozen=True)
class Introduced:
    """To whom I was introduced, as I may know them, and the key of the page on which they say how they can be reached."""

    key: str
    name: str


def introduced_to(person: Person, now: datetime) -> list[Introduced]:
    """In as many queries, however many."""
    askings = (
        Asking.objects.told_to(person, now).select_related("introduction").order_by("-introduction__agreed_at", "pk")
    )
    others = [asking.other for asking in askings]
    seen = seen_by(person, others) if others else {}
    return [Introduced(key_of_tie(person.pk, other), seen[other].name) for other in others if other in seen]

"""Home of somebody who is signed in, composed of what every room has for them: so much of each, and in as many queries, however
much there is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from goldenthread.gatherings.day.door_qr_code import code_of
from goldenthread.gatherings.day.rules import may_arrive
from goldenthread.gatherings.pages.my_offers import my_offers
from goldenthread.gatherings.pages.my_place import MyPlace, my_places
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.gathering import GatheringQuerySet
from goldenthread.gatherings.plan.status import Status, status_of
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.voices.mine import brought_by, could_help
from goldenthread.gatherings.voices.open_calls import open_calls_for
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person
from goldenthread.people.saying_hello import hellos_to_answer
from goldenthread.threads.introduced import introduced_to
from goldenthread.threads.mine import waiting_for
from goldenthread.threads.new_threads import new_threads_of

MOST = 20
MOST_TO_COME = 5

Rows = list[tuple[Gathering, Status, str]]


def home_of(person: Person, now: datetime) -> dict[str, Any]:
    places = my_places(person, now)
    to_come = [place for place in places if not place.is_over]
    has_been = [place for place in places if place.is_over and place.leaves_something]
    convened = _rows(Gathering.objects.convened_by(person).order_by("-changed_at", "-pk")[:MOST], now)
    return {
        **waiting_for(person, now),
        "new_threads": new_threads_of(person),
        "introduced": introduced_to(person, now),
        "hellos": list(hellos_to_answer(person, now)[:MOST]),
        **_next(to_come[0] if to_come else None),
        "later": [(place, in_words.when(place.gathering)) for place in to_come[1:]],
        "has_been": [(place, in_words.when(place.gathering)) for place in has_been],
        "my_offers": my_offers(person, now),
        "brings": brought_by(person, now),
        "could_help": could_help(person, now),
        "convened": convened,
        "convened_today": [gathering for gathering, *_ in convened if may_arrive(gathering, now)],
        "followed": _rows(Gathering.objects.followed_by(person).order_by("-changed_at", "-pk")[:MOST], now),
        "calls": open_calls_for(person, now)[:MOST],
        "to_come": [row for row in _rows(_others(person, places, now)[:MOST_TO_COME], now) if row[1].is_to_come],
        # Nobody else could say whether they go.
        "held_emails": Email.objects.held().count() if person.is_keeper else 0,
    }


def _next(place: MyPlace | None) -> dict[str, Any]:
    """The gathering that I go to next, with all that I need for it."""
    if place is None:
        return {"place": None}
    return {
        "place": place,
        "when": in_words.when(place.gathering),
        "hours": in_words.hours(place.gathering),
        "where": in_words.where(place.gathering),
        "code": code_of(place.booking),
        "sittings": my_tables(place.booking) if place.has_tables else [],
    }


def _others(person: Person, places: list[MyPlace], now: datetime) -> GatheringQuerySet:
    """What else is planned: the other ones stand above already."""
    above = [Gathering.objects.convened_by(person), Gathering.objects.followed_by(person)]
    others = Gathering.objects.listed().planned(now).exclude(pk__in=[place.gathering.pk for place in places])
    for gatherings in above:
        others = others.exclude(pk__in=gatherings.values("pk"))
    return others


def _rows(gatherings: Any, now: datetime) -> Rows:
    return [(row, status_of(row, now), in_words.when(row)) for row in gatherings.with_turns()]

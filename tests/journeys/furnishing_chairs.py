"""Chairs that are drawn, cards of an open hour, and a room that will be lost. Runs inside a house; and what a clock does there."""

import json
import sys
from datetime import time, timedelta

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.tests import showing
from goldenthread.gatherings.signup.models import Draw
from goldenthread.kit import clock
from goldenthread.people.models import Person
from tests.journeys.furnishing import session_of


def begin(*marks: str) -> None:
    """For each of those who will walk, all of it once more. Prints what the journeys need to know."""
    with transaction.atomic():
        json.dump({mark: _for_one(mark) for mark in marks}, sys.stdout)


def close_the_wishes(title: str) -> None:
    """The hour has come: a worker draws within a second."""
    Draw.objects.filter(gathering__title=title).update(until=clock.now())


def _for_one(mark: str) -> dict[str, str]:
    ada = Person.objects.create_person("Ada Foxglove", f"ada-{mark}@example.com", joined_at=clock.now())
    drawn, cards, lost = (
        _day(f"{title} {mark}", ada, days) for title, days in (("Drawn", 30), ("Cards", 0), ("Lost", 0))
    )
    _few_chairs(drawn, ada)
    _a_room_in_use(lost, ada, f"jude-{mark}@example.com")
    return {
        "ada": session_of(ada),
        "drawn": drawn.get_absolute_url(),
        "cards": cards.get_absolute_url(),
        "lost": lost.get_absolute_url(),
        "bo draws": _comes(drawn, "Bo", f"bo-{mark}@example.com"),
        "cy draws": _comes(drawn, "Cy", f"cy-{mark}@example.com"),
        "bo’s card": _comes(cards, "Bo", f"bo-{mark}@example.com"),
        "pat’s card": _comes(cards, "Pat", ""),
        "guest": _comes(lost, "Bo", f"bo-{mark}@example.com"),
    }


def _day(title: str, ada: Person, days: int) -> Gathering:
    gathering = Gathering.begin(title, by=ada)
    day = clock.now().date() + timedelta(days=days)
    plan = {"day": day, "from_time": time(0), "to_time": time(23, 59), "venue": "The Old School"}
    gathering.replan(plan, since=gathering.sequence, by=ada, is_small=False)
    turns.publish(gathering, by=ada)
    return Gathering.objects.with_facts().get(pk=gathering.pk)


def _few_chairs(gathering: Gathering, ada: Person) -> None:
    room = showing.room(gathering, "The kitchen", capacity=40)
    for title, hour in (("Bread", "10:00"), ("Chairs", "14:00")):
        showing.held(gathering, title, hour, room, day=gathering.day, most_people=1)
    showing.show(gathering, by=ada, now=clock.now())


def _a_room_in_use(gathering: Gathering, ada: Person, address: str) -> None:
    now = clock.now()
    rooms = [showing.room(gathering, name, capacity=40) for name in ("The hall", "The garden room")]
    session = showing.brought(gathering, "Bread", email=address, yes_at=now, accepted_at=now)
    session.placings.update(day=gathering.day, from_time=time(15), room=rooms[0])
    showing.show(gathering, by=ada, now=now)


def _comes(gathering: Gathering, name: str, address: str) -> str:
    """Their page."""
    booking = Booking.objects.create(
        gathering=gathering,
        name=f"{name} Weir",
        email=address,
        language="en-gb",
        state="coming",
        confirmed_at=clock.now(),
    )
    return booking.get_absolute_url()

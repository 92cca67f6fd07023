"""People who offer together, a pile to read on paper, and sixty about whom all but one is decided. Runs inside a house."""

import json
import sys
from datetime import timedelta

from django.db import transaction

from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.calling import KindWording, open_call
from goldenthread.gatherings.voices.models import Contribution, ContributionVersion, Decision, Voice
from goldenthread.gatherings.voices.offering import offer
from goldenthread.kit import clock
from goldenthread.people.models import Person
from tests.journeys.furnishing import session_of
from tests.journeys.furnishing_bookings import HOW

SIXTY = 60


def begin(*marks: str) -> None:
    """For each of those who will walk, all of it once more. Prints what the journeys need to know."""
    with transaction.atomic():
        json.dump({mark: _for_one(mark) for mark in marks}, sys.stdout)


def _for_one(mark: str) -> dict[str, str]:
    ada = _member("Ada Foxglove", f"ada-{mark}@example.com")
    together, pile, sixty = (_asks(f"{title} {mark}", ada) for title in ("Together", "A pile", "Sixty"))
    nan, cy = _member("Nan Weir", f"nan-{mark}@example.com"), _member("Cy Rook", f"cy-{mark}@example.com")
    voice = _offers(together, nan)
    open_booking(sixty, by=ada, now=clock.now(), places=90, **HOW)
    for number, title in enumerate(("Eleven chairs", "The garden gate", "Bread")):
        _sent(pile, title, f"{title.split()[-1]}-{mark}@example.com", number)
    rows = [_sent(sixty, f"Story {number}", f"{number}-{mark}@example.com", number) for number in range(SIXTY)]
    Decision.objects.bulk_create(Decision(contribution=row, answer="in", by=ada) for row in rows[:-1])
    return {
        "ada": session_of(ada),
        "cy": session_of(cy),
        "nan’s page": voice.get_absolute_url(),
        "together": together.get_absolute_url(),
        "pile": pile.get_absolute_url(),
        "sixty": sixty.get_absolute_url(),
        "the last": f"{SIXTY - 1}-{mark}@example.com",
    }


def _member(name: str, email: str) -> Person:
    return Person.objects.create_person(name, email, joined_at=clock.now())


def _asks(title: str, ada: Person) -> Gathering:
    """A gathering with an open call."""
    now, gathering = clock.now(), Gathering.begin(title, by=ada)
    plan = {"day": now.date() + timedelta(days=30), "venue": "The Old School"}
    gathering.replan(plan, since=gathering.sequence, by=ada, is_small=False)
    turns.publish(gathering, by=ada)
    gathering.refresh_from_db()
    wording = {"words": "Who would like to say something?", "until": now + timedelta(days=9)}
    open_call(gathering, wording, [KindWording("A story", 20)], now=now, by=ada)
    return gathering


def _offers(gathering: Gathering, nan: Person) -> Voice:
    contribution = Contribution(gathering=gathering, title="Eleven chairs", words="How we learned to sit in a circle.")
    voice = Voice(name=nan.name, email=nan.email or "", person=nan)
    return offer(contribution, voice, sends=False, now=clock.now())


def _sent(gathering: Gathering, title: str, email: str, number: int) -> Contribution:
    """As its voice sent it, one after the other."""
    now = clock.now() - timedelta(hours=1) + timedelta(seconds=number)
    words = {"title": title, "words": f"What I know about it: {title}."}
    contribution = Contribution.objects.create(gathering=gathering, sent_at=now, begun_at=now, **words)
    ContributionVersion.objects.create(contribution=contribution, number=1, at=now, **words)
    Voice.objects.create(contribution=contribution, number=1, name=f"Jude {title}", email=email.lower(), yes_at=now)
    return contribution

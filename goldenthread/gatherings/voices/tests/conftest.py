"""Ada's gathering asks for voices; Jude, whom nobody here knows, would like to bring something."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Call, Contribution, ContributionKind, Voice
from goldenthread.gatherings.voices.offering import offer, send
from goldenthread.gatherings.voices.standing_together import say_yes
from goldenthread.gatherings.voices.tests import offered
from goldenthread.gatherings.voices.tests.telling import IN, NOT_NOW
from goldenthread.kit import clock
from goldenthread.kit.tests.scanners import read
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/contributions/"
WORDS = {"title": "Eleven chairs", "words": "How we learned to sit in a circle."}
JUDE = {"name": "Jude Larkfield", "email": "jude@example.org"}


@pytest.fixture
def now(spring):
    return clock.now()


@pytest.fixture
def call(spring, ada, now):
    call = Call.objects.create(
        gathering=spring, words="Who would like to say something?", until=now + timedelta(days=9), by=ada
    )
    ContributionKind.objects.create(call=call, number=1, name="A story", minutes=20)
    return call


@pytest.fixture
def close(call, now):
    """The call ended a moment ago."""

    def close():
        Call.objects.filter(pk=call.pk).update(until=now - timedelta(minutes=1))

    return close


@pytest.fixture
def brought(call, spring, now):
    """Somebody brings something, and has said that it is theirs."""

    def brought(name="Jude", *, person=None, is_sent=True, **more):
        address = person.email if person else f"{name.lower()}@example.org"
        voice = Voice(name=name, email=address, person=person)
        voice = offer(Contribution(gathering=spring, **WORDS | more), voice, sends=False, now=now)
        say_yes(voice, now=now)
        if is_sent:
            send(voice.contribution, now=now, by=voice.person)
        Email.objects.all().delete()
        return voice

    return brought


@pytest.fixture
def jude(brought):
    return brought()


@pytest.fixture
def press():
    """Who takes the time to read a page behind a link presses one of its buttons."""

    def press(voice, reply, under="", **typed):
        return Client().post(f"{AT}{voice.key}/{under}", read(reply=reply, **typed))

    return press


@pytest.fixture
def emails():
    """Who was written to, and about what."""

    def emails():
        return [(email.address, email.kind) for email in Email.objects.order_by("pk")]

    return emails


@pytest.fixture
def yes(spring, ada, bo, cy):
    """Decided by Ada, and not told yet: what two bring is in."""
    contribution = offered.offer(spring, "Eleven chairs", bo, cy)
    decide(contribution, by=ada, **IN)
    return contribution


@pytest.fixture
def no(spring, ada, kim):
    """The same, and it has no place."""
    contribution = offered.offer(spring, "A very long talk", kim)
    decide(contribution, by=ada, **NOT_NOW)
    return contribution


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client

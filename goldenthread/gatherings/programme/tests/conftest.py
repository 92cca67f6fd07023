"""Ada's gathering has two rooms, and people who bring something."""

from datetime import date, time

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.bringing_in import bring_in
from goldenthread.gatherings.programme.draft_runs import ask_for
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session, SessionVoice
from goldenthread.gatherings.programme.programme_file import look, moved
from goldenthread.gatherings.programme.tests.files import LIST
from goldenthread.gatherings.voices.models import Contribution, Decision, Voice
from goldenthread.kit import clock

THE_DAY = date(2027, 4, 20)


@pytest.fixture
def hall(spring):
    return ProgrammeRoom.objects.create(gathering=spring, number=1, name="Main hall", capacity=180)


@pytest.fixture
def library(spring):
    return ProgrammeRoom.objects.create(gathering=spring, number=2, name="The library", capacity=40)


@pytest.fixture
def a_session(spring):
    """A session that one or more people, by their names, stand up in."""

    def make(title, *names, **more):
        session = Session.objects.create(gathering=spring, title=title, **more)
        for number, name in enumerate(names, start=1):
            SessionVoice.objects.create(session=session, number=number, name=name)
        return session

    return make


@pytest.fixture
def held():
    """That it is held, from an hour such as "10:30"."""

    def put(session, at, room=None, **more):
        return Placing.objects.create(
            session=session, from_time=time.fromisoformat(at), room=room, **{"day": THE_DAY} | more
        )

    return put


@pytest.fixture
def offered(spring):
    """What somebody brings, that is in and not told yet."""

    def offer(title, *names, answer="in", **more):
        contribution = Contribution.objects.create(gathering=spring, title=title, sent_at=clock.now(), **more)
        for number, name in enumerate(names, start=1):
            email = f"{name.split()[0].lower()}@example.org"
            Voice.objects.create(contribution=contribution, number=number, name=name, email=email, yes_at=clock.now())
        if answer:
            Decision.objects.create(contribution=contribution, answer=answer)
        return contribution

    return offer


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def with_hours(spring):
    """From half past nine to half past four."""
    Gathering.objects.filter(pk=spring.pk).update(from_time=time(9, 30), to_time=time(16, 30))
    return Gathering.objects.with_facts().get(pk=spring.pk)


@pytest.fixture
def brought(a_session, offered, spring):
    """A session that somebody brings, with a voice of their own."""

    def bring(title, *names, **more):
        contribution = offered(title, *names)
        session = a_session(title, contribution=contribution, **more)
        for voice in contribution.voices.all():
            SessionVoice.objects.create(session=session, number=voice.number, voice=voice)
        return session

    return bring


@pytest.fixture
def two_sessions(with_hours, a_session, hall):
    return a_session("One", "Ann Oakmoor"), a_session("Two", "Ben Oakmoor")


@pytest.fixture
def waiting(with_hours, two_sessions, ada):
    return ask_for(with_hours, keeps_placed=True, by=ada, is_small=False)


@pytest.fixture
def bring(spring, ada):
    def bring(content=LIST, name="day.csv", days=0):
        read = look(spring, name, content if isinstance(content, bytes) else content.encode())
        entries = moved(read.entries, days)
        return bring_in(spring, read.name, entries, days_moved=days, now=clock.now(), by=ada)

    return bring

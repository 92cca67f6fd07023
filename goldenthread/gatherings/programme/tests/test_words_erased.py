"""Somebody who brings a session asks to be forgotten: their words go from the programme, from files and from earlier versions."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.programme.models import Release, Session
from goldenthread.gatherings.programme.session_changes import remove_session
from goldenthread.gatherings.programme.tests.showing import MARCH, as_read, brought, held, put, show
from goldenthread.gatherings.voices.models import Voice
from goldenthread.people.leaving import leave

PAGE = "/gatherings/spring/programme/"
WORDS = "I was nine when the ward had eleven chairs."


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


@pytest.fixture
def session(spring, kim):
    """Shown twice, with another beside it."""
    session = brought(spring, "Eleven chairs", "10:00", person=kim, email=kim.email)
    Session.objects.filter(pk=session.pk).update(words=WORDS)
    held(spring, "Tea", "11:00", kind="break", words="With biscuits.")
    show(spring)
    put(session, "15:00")
    show(spring, now=MARCH + timedelta(minutes=1))
    return session


def everything(client, session):
    files = [f"{PAGE}schedule.{kind}" for kind in ("xml", "json", "ics")]
    pages = [PAGE, f"{PAGE}?view=grid", f"{PAGE}sessions/{session.uid}/"]
    return [b"leven chairs" in client.get(address).content for address in [*pages, *files]]


def test_nobody_reads_them_any_more_and_its_hours_stay(client, session, kim):
    with time_machine.travel(MARCH + timedelta(hours=1), tick=False):
        before = everything(client, session)
        leave(kim)

        assert (before, everything(client, session)) == ([True] * 6, [False] * 6)
    assert b"leven chairs" not in repr([*Release.objects.values("content"), *Session.objects.values()]).encode()
    assert [placing.session.title for placing in as_read(session.gathering, MARCH + timedelta(hours=1)).placings] == [
        "A session",
        "Tea",
        "A session",
    ]


def test_also_where_they_had_stepped_back_before(client, session, kim):
    Voice.objects.update(stepped_back_at=MARCH)
    with time_machine.travel(MARCH + timedelta(hours=1), tick=False):
        before = everything(client, session)
        leave(kim)

        assert (before, everything(client, session)) == ([True] * 6, [False] * 6)


def test_another_who_stays_keeps_them(client, session, kim, bo):
    Voice.objects.create(contribution=session.contribution, number=2, person=bo, name="Bo", yes_at=MARCH)

    leave(kim)

    session.refresh_from_db()
    assert (session.title, session.words) == ("Eleven chairs", WORDS)


def test_the_convenors_read_that_nobody_brings_it(client, session, kim, ada):
    client.force_login(ada)
    leave(kim)

    page = client.get("/gatherings/spring/convening/").content.decode()

    assert "1 session in the programme has nobody to bring it any more" in page


def test_also_where_the_session_was_removed_before(client, session, kim, ada):
    remove_session(session, by=ada)
    with time_machine.travel(MARCH + timedelta(hours=1), tick=False):
        leave(kim)

        assert everything(client, session) == [False] * 6
    assert b"leven chairs" not in repr([*Release.objects.values("content"), *Session.ever.values()]).encode()

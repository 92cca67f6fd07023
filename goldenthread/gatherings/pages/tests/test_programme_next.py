"""What convenors are told to see to in a programme: rooms that are closed, and people whom no e-mail reaches."""

from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.gatherings.pages.convening.how_it_stands import facts_of
from goldenthread.gatherings.pages.convening.what_comes_next import what_comes_next
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import (
    Placing,
    ProgrammeRoom,
    Release,
    RoomClosure,
    Session,
    SessionVoice,
    VoiceNews,
)
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.kit import clock

BEGINS = datetime(2027, 4, 20, tzinfo=UTC)


def steps(gathering, person, now):
    facts = facts_of(Gathering.objects.with_facts().get(pk=gathering.pk), person, now)
    return {step.what: step.path for step in what_comes_next(facts)}


@pytest.mark.parametrize("now", [BEGINS - timedelta(days=20), BEGINS + timedelta(hours=8)])
def test_a_closed_room_with_sessions_in_it_is_said_before_the_day_and_on_it(spring, ada, now):
    Gathering.objects.update(from_time="09:00", to_time="17:00")
    hall = ProgrammeRoom.objects.create(gathering=spring, number=1, name="Main hall")
    session = Session.objects.create(gathering=spring, title="Tea")
    placing = Placing.objects.create(session=session, day=BEGINS.date(), from_time="15:00", room=hall)
    what = "Main hall is closed, with 1 session in it"
    before = steps(spring, ada, now)

    closure = RoomClosure.objects.create(room=hall, starts_at=BEGINS, ends_at=BEGINS + timedelta(hours=20))

    assert (what in before, steps(spring, ada, now).get(what)) == (False, "/gatherings/spring/rooms/1/")
    placing.delete()
    assert (closure.room, what in steps(spring, ada, now)) == (hall, False)


def test_who_has_no_e_mail_is_to_be_told_where_they_are(spring, ada):
    contribution = Contribution.objects.create(gathering=spring, title="Eleven chairs", sent_at=clock.now())
    voice = Voice.objects.create(contribution=contribution, number=1, name="Old Meg", yes_at=clock.now())
    session = Session.objects.create(gathering=spring, title="Eleven chairs")
    speaker = SessionVoice.objects.create(session=session, number=1, voice=voice)
    at = {"uid": str(session.uid), "key": 1, "number": 1, "day": "2027-04-20", "from": "10:00", "second_hour": False}
    shown = {"uid": str(session.uid), "kind": "session", "title": "Eleven chairs", "words": "", "minutes": 45}
    shown |= {"most_people": None, "speakers": [speaker.pk]}
    now = BEGINS - timedelta(days=20)
    Release.objects.create(
        gathering=spring, number=1, content={"rooms": [], "sessions": [shown], "placings": [at | {"room": None}]}
    )
    what = "Tell some people yourself where they are in the programme"
    before = steps(spring, ada, now)

    VoiceNews.objects.create(voice=voice, due_at=clock.now())

    path = "/gatherings/spring/programme/releases/#to-ring"
    assert (what in before, steps(spring, ada, now).get(what)) == (False, path)

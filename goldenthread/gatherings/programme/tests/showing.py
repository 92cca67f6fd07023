"""What the tests of releases are made with: rooms, sessions with an hour, voices, and the press that shows them."""

from datetime import UTC, date, datetime, time

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session, SessionVoice
from goldenthread.gatherings.programme.public import public_programme
from goldenthread.gatherings.programme.releasing import next_release, release
from goldenthread.gatherings.voices.models import Contribution, Decision, Telling, Voice

DAY = date(2027, 4, 20)
MARCH = datetime(2027, 3, 1, 9, tzinfo=UTC)
PAGE = "/gatherings/spring/programme/"
FILES = [PAGE, f"{PAGE}?view=grid", f"{PAGE}schedule.xml", f"{PAGE}schedule.json", f"{PAGE}schedule.ics"]


def room(gathering, name="The library", **more):
    number = ProgrammeRoom.objects.of(gathering).count() + 1
    return ProgrammeRoom.objects.create(gathering=gathering, number=number, name=name, **more)


def put(session, hour="10:00", room=None, day=DAY, **more):
    return Placing.objects.create(
        session=session,
        number=session.placings.count() + 1,
        day=day,
        from_time=time.fromisoformat(hour),
        room=room,
        **more,
    )


def held(gathering, title, hour="10:00", room=None, *, names=(), day=DAY, **more):
    """A session with an hour, and who stands up in it by name."""
    session = Session.objects.create(gathering=gathering, title=title, **more)
    for number, name in enumerate(names, start=1):
        SessionVoice.objects.create(session=session, number=number, name=name)
    put(session, hour, room, day)
    return session


def brought(gathering, title, hour="10:00", room=None, *, answer="in", is_told=True, **voice):
    """The same, of a contribution that somebody offered and the convenors decided about."""
    contribution = Contribution.objects.create(gathering=gathering, title=title, sent_at=MARCH)
    telling = Telling.objects.get_or_create(gathering=gathering)[0] if is_told else None
    Decision.objects.create(contribution=contribution, answer=answer, telling=telling)
    known = {"name": "Jude Oakmoor", "email": "jude@example.org", "yes_at": MARCH} | voice
    offered = Voice.objects.create(contribution=contribution, number=1, **known)
    session = held(gathering, title, hour, room, contribution=contribution)
    SessionVoice.objects.create(session=session, number=1, voice=offered)
    return session


def show(gathering, *, by=None, now=MARCH, words=""):
    """What a convenor looked at, and pressed."""
    gathering = Gathering.objects.with_facts().get(pk=gathering.pk)
    return release(gathering, by=by, words=words, seen=next_release(gathering, now).stamp, now=now)


def as_read(gathering, now=MARCH):
    """The programme as everybody reads it by then."""
    programme = public_programme(Gathering.objects.with_facts().get(pk=gathering.pk), now)
    assert programme, "nothing is shown"
    return programme


def show_a_day(spring):
    """Of two rooms, as everybody reads it: tea for all, two at once, and one that is held twice."""
    library, hall = room(spring), room(spring, "The hall", capacity=180)
    held(spring, "Tea", "09:30", kind="break", minutes=30)
    evidence = held(spring, "Reading the evidence", "10:00", library, names=["Priya Ashdown"], minutes=90)
    put(evidence, "14:00", library)
    brought(spring, "Eleven chairs", "10:00", hall)
    held(spring, "Stories", "11:00", hall, minutes=30)
    held(spring, "Lunch", "12:30", kind="break", minutes=60)
    show(spring)
    return as_read(spring)

"""More rooms, sessions and moves, and more that waits for an hour."""

from datetime import time, timedelta

from goldenthread.gatherings.programme.models import ProgrammeRoom, RoomClosure, Session, SessionVoice
from goldenthread.gatherings.programme.placing import Spot, place
from goldenthread.gatherings.voices.models import Contribution, Decision, Voice
from goldenthread.kit import clock


def add_sessions(count, gathering, convenor):
    for number in range(count):
        room = ProgrammeRoom.objects.create(gathering=gathering, number=number + 2, name=f"Room {number}")
        now = clock.now()
        RoomClosure.objects.create(room=room, starts_at=now, ends_at=now + timedelta(hours=1))
        session = Session.objects.create(gathering=gathering, title=f"Session {number}")
        SessionVoice.objects.create(session=session, number=1, voice=_voice(gathering, number))
        place(session, 1, Spot(gathering.day, time(10), room=room), since_version=0, by=convenor, now=now)
        Session.objects.create(gathering=gathering, title=f"Without an hour {number}")
        Decision.objects.create(contribution=_voice(gathering, number).contribution, answer="in")


def _voice(gathering, number):
    offered = Contribution.objects.create(gathering=gathering, title=f"Chairs {number}", sent_at=clock.now())
    return Voice.objects.create(contribution=offered, number=1, name="Jude", yes_at=clock.now())

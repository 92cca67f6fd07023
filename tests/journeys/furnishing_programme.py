"""A day in rooms and hours, with long names, something to look at, and something that waits for an hour."""

from datetime import time, timedelta

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import ProgrammeRoom, Session
from goldenthread.gatherings.programme.placing import Spot, place
from goldenthread.gatherings.programme.releasing import next_release, release
from goldenthread.gatherings.programme.room_changes import lose_room
from goldenthread.gatherings.programme.session_changes import save_session
from goldenthread.gatherings.voices.models import Contribution, Decision
from goldenthread.kit import clock
from goldenthread.people.models import Person


def place_sessions(ada: Person, roomy: str, long: str) -> dict[str, str]:
    """The path to a session of which there is something to say."""
    gathering = Gathering.objects.get(slug=roomy.strip("/").split("/")[-1])
    now = clock.now()
    day = gathering.day or now.date() + timedelta(days=30)
    rooms = [
        ProgrammeRoom.objects.create(gathering=gathering, number=number, name=f"{number} {long[:70]}", capacity=4)
        for number in (1, 2, 3)
    ]
    sessions = [Session(gathering=gathering, title=f"{n} {long}", most_people=9 * n) for n in (1, 2, 3)]
    for session, room in zip(sessions, rooms, strict=True):
        save_session(session, [long[:80]], by=ada)
        if room.number < 3:
            place(session, 1, Spot(day, time(11), room=room), since_version=0, by=ada, now=now)
    release(gathering, by=ada, words=f"- {long}", seen=next_release(gathering, now).stamp, now=now)
    lose_room(rooms[0], because=long, by=ada, now=now)
    offered = Contribution.objects.create(gathering=gathering, title=long, sent_at=now)
    Decision.objects.create(contribution=offered, answer="in")
    return {"session": f"{roomy}sessions/{sessions[0].uid}/"}

"""A gathering that asks for voices, and a day of which one session has an hour. Runs inside a house."""

import json
import sys
from datetime import time, timedelta

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import ProgrammeRoom, Session
from goldenthread.gatherings.programme.placing import Spot, place
from goldenthread.gatherings.programme.session_changes import save_session
from goldenthread.gatherings.voices.calling import KindWording, open_call
from goldenthread.kit import clock
from goldenthread.people.models import Person
from tests.journeys.furnishing import session_of


def begin(mark: str) -> None:
    """Prints what the journey needs to know."""
    now = clock.now()
    ada = Person.objects.create_person("Ada Foxglove", f"ada-{mark}@example.com", joined_at=now)
    gathering = Gathering.begin(f"A day with voices {mark}", by=ada)
    day = now.date() + timedelta(days=30)
    plan = {"day": day, "from_time": time(9, 30), "to_time": time(16)}
    gathering.replan(plan, since=gathering.sequence, by=ada, is_small=False)
    turns.publish(gathering, by=ada)
    gathering.refresh_from_db()
    wording = {"words": "Who would like to say something?", "until": now + timedelta(days=9)}
    open_call(gathering, wording, [KindWording("A story", 20)], now=now, by=ada)
    rooms = [ProgrammeRoom(gathering=gathering, number=n, name=f"Room {n}", capacity=40) for n in (1, 2)]
    ProgrammeRoom.objects.bulk_create(rooms)
    sessions = [Session(gathering=gathering, title=title) for title in ("Bread", "Chairs", "Grief")]
    for session in sessions:
        save_session(session, [f"{session.title} Weir"], by=ada)
    spot = Spot(day, time(10), room=rooms[0])
    place(sessions[0], 1, spot, since_version=0, by=ada, now=now)
    json.dump({"at": gathering.get_absolute_url(), "ada": session_of(ada)}, sys.stdout)

"""Days that were never held, to be printed."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from goldenthread.gatherings.programme.printed_programme import PaperProgramme, PaperRoom, PaperSession

LONDON, DAY = ZoneInfo("Europe/London"), date(2027, 4, 20)
ROOMS = ("Main hall", "Library", "Garden room")


def session(key, at, minutes=45, room="", *, day=DAY, **more):
    hour, minute = at.split(":")
    starts_at = datetime.combine(day, time(int(hour), int(minute)), LONDON)
    ends_at = starts_at + timedelta(minutes=minutes)
    known: dict[str, Any] = {"title": f"Session {key}", "names": f"Voice {key}", "is_for_everybody": False}
    return PaperSession(key=key, room=room, starts_at=starts_at, ends_at=ends_at, **known | more)


def programme(*sessions, is_draft=False):
    rooms = tuple(PaperRoom(room, "step-free") for room in ROOMS)
    return PaperProgramme(rooms, tuple(sessions), version="" if is_draft else "third version", is_draft=is_draft)

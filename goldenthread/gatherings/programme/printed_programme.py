"""A programme as it is printed: days, hours, rooms, names. Made of the draft, or of what was shown; nothing here asks the database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from goldenthread.gatherings.plan.in_words import an_hour

# What begins before this, and not long after the evening ended, belongs to the night of the day before.
MORNING, A_WHILE = time(5), timedelta(hours=2)


@dataclass(frozen=True)
class PaperSession:
    """One time that a session is held."""

    key: int
    title: str
    names: str
    # Empty: everywhere, or not settled yet.
    room: str
    starts_at: datetime
    ends_at: datetime
    is_for_everybody: bool
    # Of what begins at once, the first room stands first.
    room_number: int = 0

    @property
    def hours(self) -> tuple[str, str]:
        return an_hour(self.starts_at.time()), an_hour(self.ends_at.time())


@dataclass(frozen=True)
class PaperRoom:
    """A room, and what somebody at its door should know."""

    name: str
    words: str


@dataclass(frozen=True)
class PaperDay:
    """What is held on one day and in the night after it, in the order of the hours."""

    day: date
    sessions: tuple[PaperSession, ...]


@dataclass(frozen=True)
class PaperProgramme:
    """All that is printed."""

    rooms: tuple[PaperRoom, ...]
    sessions: tuple[PaperSession, ...]
    # Such as "version 3" or "draft 2"; empty for what was not shown.
    version: str
    is_draft: bool

    @property
    def is_shown(self) -> bool:
        """Otherwise it is the convenors' own."""
        return bool(self.version)

    def days(self) -> list[PaperDay]:
        days: dict[date, list[PaperSession]] = {}
        ended_at: datetime | None = None
        day: date | None = None
        for session in sorted(self.sessions, key=as_the_day_goes):
            if day is None or session.starts_at.date() != day:
                goes_on = ended_at and session.starts_at.time() < MORNING and session.starts_at - ended_at <= A_WHILE
                is_next = day is not None and session.starts_at.date() - day == timedelta(days=1)
                day = day if goes_on and is_next else session.starts_at.date()
            ended_at = max(filter(None, (ended_at, session.ends_at)))
            days.setdefault(day or session.starts_at.date(), []).append(session)
        return [PaperDay(day, tuple(sessions)) for day, sessions in days.items()]

    def in_room(self, room: str) -> PaperProgramme:
        """What whoever stands at its door wants to know: what is in it, and when everybody is elsewhere."""
        there = (session for session in self.sessions if session.room == room)
        elsewhere = (session for session in self.sessions if session.room != room and session.is_for_everybody)
        sessions = sorted([*(replace(session, room="") for session in there), *elsewhere], key=as_the_day_goes)
        return replace(self, sessions=tuple(sessions))


def as_the_day_goes(session: PaperSession) -> tuple[datetime, bool, int, str, int]:
    starts_at = session.starts_at.astimezone(UTC)
    return starts_at, not session.is_for_everybody, session.room_number, session.room, session.key

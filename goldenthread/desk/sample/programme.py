"""The day of the launch in rooms and hours, and its first release a week before. All of it is made up, the people, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from goldenthread.desk.sample.launch import DAY, MADE_UP
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Release, Session, SessionKind, SessionVoice
from goldenthread.gatherings.programme.releasing import NothingToShow, next_release, release
from goldenthread.kit import clock

# Whoever looks a week before finds it.
SHOWN_AT = BY_WORD["a-week-before"].moment - timedelta(minutes=15)
HALL, LIBRARY, GARDEN = "Main hall", "The library", "Garden room"
READING, QUESTION = "Reading the evidence together", "Who is not in the room?"
WALK, CLAY = "A slow walk, two by two", "Hands in clay"
# Where fewer fit than the room holds.
MOST_PEOPLE = {READING: 12, QUESTION: 16, WALK: 8, CLAY: 14}
ROOMS = [
    (HALL, 180, True, "Ground floor, straight on from the door."),
    (LIBRARY, 40, True, "First floor; the lift is beside the desk."),
    (GARDEN, 25, True, "Ground floor, to the left, with a door to the garden."),
]
# From when, how long, what it is, what it is called, in a few lines, where, and who brings it.
SESSIONS = [
    (time(9), 30, SessionKind.BREAK, "Doors open, and tea", "Nobody stands alone: a host meets you at the door.", None, []),
    (time(9, 30), 30, SessionKind.MEETING, "Welcome", "Who is in the room, and how the day goes.", HALL, []),
    (time(10), 45, SessionKind.TABLES, "First tables: what brings us here", "Your table stands on your page.", HALL, []),
    (time(10, 45), 30, SessionKind.BREAK, "Tea", "", None, []),
    (time(11, 15), 45, SessionKind.TABLES, "New tables: what gets in the way", "", HALL, []),
    (
        time(12), 45, SessionKind.CONTRIBUTION, "Five short stories from practice",
        "Five people, seven minutes each, and a silence after every one of them.",
        HALL, ["Amina Appletree", "Jude Oakmoor", "Tamsin Grovelight"],
    ),
    (
        time(12), 45, SessionKind.CONTRIBUTION, READING,
        "We read two pages aloud, and ask what they leave out.", LIBRARY, ["Priya Ashdown"],
    ),
    (
        time(12), 45, SessionKind.CONTRIBUTION, QUESTION,
        "A question, not a talk. Bring a name that you miss.", GARDEN, ["Farah Juniperson", "Bryn Junipercross"],
    ),
    (time(12, 45), 75, SessionKind.BREAK, "Lunch, long enough", "The quiet room is one floor up.", None, []),
    (
        time(13), 55, SessionKind.OPEN_HOUR, "Open hour: what you bring on the day",
        "Write a card in the morning, or sit down with somebody else’s.", None, [],
    ),
    (
        time(13, 15), 40, SessionKind.CONTRIBUTION, WALK,
        "Around the block, slowly, with one question for the two of you. We meet at the door.", None, ["Lowri Foxglove"],
    ),
    (
        time(13, 15), 40, SessionKind.CONTRIBUTION, CLAY,
        "Nobody needs to be good at it, and nobody needs to talk.", GARDEN, ["Maren Dewpond"],
    ),
    (time(14), 45, SessionKind.TABLES, "New tables: what we do next", "", HALL, []),
    (time(14, 45), 30, SessionKind.BREAK, "Tea", "", None, []),
    (time(15, 15), 45, SessionKind.MEETING, "Everybody together: what do we call ourselves?", "", HALL, []),
]  # fmt: skip


@dataclass(frozen=True)
class Drafted:
    """The rooms of a day and what is held in them, as ROOMS and SESSIONS list them."""

    day: date
    rooms: Sequence[tuple[str, int, bool, str]]
    sessions: Sequence[tuple[time, int, SessionKind, str, str, str | None, list[str]]]


AT_THE_LAUNCH = Drafted(DAY, ROOMS, SESSIONS)


def draft_programme(gathering: Gathering, drafted: Drafted, now: datetime) -> None:
    """Convenors see it from the beginning, and nobody else does."""
    rooms = {
        name: ProgrammeRoom.objects.create(
            gathering=gathering, number=number, name=name, capacity=capacity, step_free=step_free, words=words
        )
        for number, (name, capacity, step_free, words) in enumerate(drafted.rooms, start=1)
    }
    for hour, minutes, kind, title, words, room, names in drafted.sessions:
        session = Session.objects.create(
            gathering=gathering,
            kind=kind,
            title=title,
            words=as_made_up(words),
            minutes=minutes,
            most_people=MOST_PEOPLE.get(title),
        )
        for number, name in enumerate(names, start=1):
            SessionVoice.objects.create(session=session, number=number, name=name)
        Placing.objects.create(session=session, day=drafted.day, from_time=hour, room=rooms.get(room or ""), at=now)


def as_made_up(words: str) -> str:
    return f"{words}\n\n*({MADE_UP}.)*" if words else ""


def show_programme(launch: Gathering, _now: datetime) -> None:
    """Once; what a convenor settled before stays, and a draft that they showed is settled."""
    if Release.objects.of(launch).settled().exists():
        return
    now = clock.now()
    try:
        release(launch, by=None, words="", seen=next_release(launch, now).stamp, now=now)
    except NothingToShow:
        # A keeper has emptied the draft meanwhile.
        return

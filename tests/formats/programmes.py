"""Programmes of every kind, as the programs of others get to see them."""

from datetime import UTC, date, datetime, time, timedelta

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session, SessionVoice
from goldenthread.gatherings.programme.public import public_programme
from goldenthread.gatherings.programme.releasing import next_release, release
from tests.formats.conftest import NASTY

MARCH = datetime(2027, 3, 1, 9, tzinfo=UTC)
NEW_YORK = "America/New_York"
DAY, CLOCKS_BACK = date(2027, 4, 20), date(2027, 10, 31)


def release_of(by, sessions, slug="launch-9f3a", **plan):
    """A released programme of such sessions: title, day, hour, minutes, and in which of its rooms."""
    gathering = Gathering.begin("A day together", by=by, **({"day": DAY} | plan))
    Gathering.objects.filter(pk=gathering.pk).update(slug=slug)
    rooms = _rooms(gathering, {room for *_rest, room in sessions if room})
    made = Session.objects.bulk_create(
        Session(gathering=gathering, title=title, words=title, minutes=minutes)
        for title, _day, _hour, minutes, _room in sessions
    )
    SessionVoice.objects.bulk_create(SessionVoice(session=session, number=1, name="Priya") for session in made)
    Placing.objects.bulk_create(
        Placing(session=session, day=day, from_time=hour, room=rooms.get(room))
        for session, (_title, day, hour, _minutes, room) in zip(made, sessions, strict=True)
    )
    return released(gathering)


def _rooms(gathering, names):
    return {
        name: ProgrammeRoom.objects.create(gathering=gathering, number=number, name=name)
        for number, name in enumerate(sorted(names), start=1)
    }


def released(gathering):
    gathering = Gathering.objects.with_facts().get(pk=gathering.pk)
    release(gathering, by=None, words="", seen=next_release(gathering, MARCH).stamp, now=MARCH)
    programme = public_programme(gathering, MARCH)
    assert programme
    return programme


def many(how_many, days=1):
    """Sessions of a quarter of an hour, in twelve rooms."""
    return [
        (
            f"Session {n}",
            DAY + timedelta(days=n % days),
            time(8 + n // 12 // 4 % 14, n // 12 % 4 * 15),
            15,
            f"Room {n % 12}",
        )
        for n in range(how_many)
    ]


CASES = {
    "one": many(1),
    "sixty": many(60),
    "sixty in three days": many(60, days=3),
    "five hundred in three days": many(500, days=3),
    "past midnight": [
        ("Night walk", DAY, time(23, 30), 90, "Hall"),
        ("Fire", DAY + timedelta(1), time(0, 45), 30, "Yard"),
    ],
    "a whole day": [("Vigil", DAY, time(0), 24 * 60, "Hall")],
    "everywhere, and in a room of that name": [
        ("Tea", DAY, time(9), 30, ""),
        ("Talk", DAY, time(10), 30, "Everywhere"),
    ],
    "the night the clocks go back": [
        ("Watch", CLOCKS_BACK, time(0, 30), 120, "Hall"),
        ("Tea", CLOCKS_BACK, time(2), 9, ""),
    ],
    "titles that slugs do not know": [
        ("Joy", DAY, time(9), 30, "Hall"),
        ("喜", DAY, time(10), 30, "Hall"),
        ("مرحبا", DAY, time(11), 30, "Hall"),
        ("👩‍👩‍👧‍👦", DAY, time(12), 30, "Hall"),
        ("-", DAY, time(13), 30, "Hall"),
    ],
    "what people write": [(text[:160], DAY, time(n), 30, text[:80]) for n, text in enumerate(NASTY.values())],
}

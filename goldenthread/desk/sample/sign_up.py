"""Chairs in sessions of the launch: some first come, first served, two by wishes and a draw. Who takes them is made up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db.models import QuerySet

from goldenthread.desk.sample.day import made_up
from goldenthread.desk.sample.programme import CLAY, QUESTION, READING, SESSIONS, WALK
from goldenthread.desk.sample_clock import LONDON
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.signup.drawing import hold_draw
from goldenthread.gatherings.signup.hours import SessionHour, hours_at
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace, SessionWish, SignUpOpening
from goldenthread.kit import clock

WISHES_UNTIL = datetime.combine(date(2023, 5, 28), time(18), LONDON)
# Always the same, so that the draw comes out alike in every sample.
SEED = 300_523
WISHED_FOR = (READING, QUESTION)
# How many would like to come; the walk has fewer chairs than these.
HOW_MANY = {WALK: 11, CLAY: 9}
WHO_BRINGS = {name for *_rest, names in SESSIONS for name in names}


def open_sessions(launch: Gathering, _now: datetime) -> None:
    """Once; what a convenor opened before stays. By nobody: the convenors are real people."""
    if SignUpOpening.objects.of(launch).exists() or Draw.objects.of(launch).exists():
        return
    now = clock.now()
    draw = Draw.objects.create(gathering=launch, until=WISHES_UNTIL, most_each=1, seed=SEED, at=now)
    sessions = {row.title: row for row in Session.objects.of(launch).filter(title__in=[*WISHED_FOR, *HOW_MANY])}
    SignUpOpening.objects.bulk_create(
        SignUpOpening(session=session, draw=draw if title in WISHED_FOR else None, at=now)
        for title, session in sessions.items()
    )
    people = [booking for booking in made_up(launch).values() if booking.name not in WHO_BRINGS]
    _wish(draw, people[::2], [sessions[title] for title in WISHED_FOR if title in sessions])
    _take_chairs(launch, people[1::2], now)


def draw_chairs(launch: Gathering, _now: datetime) -> None:
    """Two days before. Nobody invented is owed an e-mail; a visitor who wished is."""
    now = clock.now()
    for draw in Draw.objects.of(launch).due(now):
        hold_draw(draw, now=now)
        OwedSession.objects.filter(draw=draw, booking__in=made_up(launch).values()).delete()


def take_back_draws(launch: Gathering, moment: datetime) -> None:
    """What is drawn after this moment is not drawn yet. The chairs from it are gone already."""
    drawn = Draw.objects.of(launch).filter(drawn_at__gt=moment)
    SessionWish.objects.filter(draw__in=drawn).update(is_drawn=False)
    OwedSession.objects.filter(draw__in=drawn).delete()
    drawn.update(drawn_at=None)


def signed_up_after(
    launch: Gathering, moment: datetime
) -> tuple[QuerySet[SessionPlace], QuerySet[SignUpOpening], QuerySet[Draw]]:
    return (
        SessionPlace.objects.filter(booking__gathering=launch, at__gt=moment),
        SignUpOpening.objects.of(launch).filter(at__gt=moment),
        Draw.objects.of(launch).filter(at__gt=moment),
    )


def _wish(draw: Draw, people: Sequence[Booking], sessions: Sequence[Session]) -> None:
    """Two in three like the first better."""
    SessionWish.objects.bulk_create(
        SessionWish(booking=booking, draw=draw, session=session, rank=rank)
        for number, booking in enumerate(people)
        for rank, session in enumerate(sessions if number % 3 else reversed(sessions), start=1)
    )


def _take_chairs(launch: Gathering, people: Sequence[Booking], now: datetime) -> None:
    first = 0
    for hour in hours_at(launch, now):
        if many := HOW_MANY.get(hour.placing.session.title):
            SessionPlace.objects.bulk_create(_places_in(hour, people[first : first + many], now))
            first += many


def _places_in(hour: SessionHour, people: Sequence[Booking], now: datetime) -> list[SessionPlace]:
    """Whoever finds no chair waits."""
    chairs = len(people) if hour.free is None else hour.free
    return [
        SessionPlace(
            booking=booking,
            session_uid=hour.placing.session.uid,
            number=hour.placing.number,
            title=hour.placing.session.title,
            state=SessionPlace.State.COMING if number < chairs else SessionPlace.State.WAITING,
            at=now,
        )
        for number, booking in enumerate(people)
    ]

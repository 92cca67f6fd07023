"""A chair in a session: taken, given back, waited for. Whoever does any of it stands in one line per gathering, so that no chair is
given twice and nobody is in two sessions at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.waking_hours import add_waking_hours
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.signup.hours import SessionHour, hours_at
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace
from goldenthread.gatherings.signup.released_hours import Held, HourKey, held_by
from goldenthread.journal.note import note
from goldenthread.mixing.draws import overlap
from goldenthread.people.models import Person

# To say which of two sessions one likes better; nights do not count.
HOURS_TO_ANSWER = 4


class NoSignUp(Exception):
    """Nobody signs up for it: not opened, not in the programme that people see, begun, or still to be drawn; or they have no place at the gathering."""


class AtThatHour(Exception):
    """They are in another session then, or in the same at another hour."""

    def __init__(self, place: SessionPlace) -> None:
        super().__init__(place.title)
        self.place = place


def in_turn(gathering_id: int) -> Gathering:
    """The gathering, locked. Not against rows that point at it: bookings go on meanwhile.

    Whoever gave up their place there loses their chairs for good before anybody takes one: put back, they would sit beside others.
    """
    gathering = Gathering.objects.select_for_update(no_key=True).get(pk=gathering_id)
    SessionPlace.objects.of_the_gone(gathering).delete()
    return gathering


@transaction.atomic
def sign_up(
    booking: Booking, placing: int, *, now: datetime, by: Person | None = None, instead: bool = False
) -> SessionPlace:
    """A chair, or a place on the waiting list, at an hour that was released under this key. `instead` of what they have at that hour; without it, raises `AtThatHour`."""
    gathering = in_turn(booking.gathering_id)
    hour = _open_hour(gathering, placing, now)
    if not Booking.objects.coming().filter(pk=booking.pk).exists() or (hour.waits_for_the_draw and by is None):
        raise NoSignUp
    mine = held_by(booking, now)
    existing = next((held.place for held in mine if held.place.hour_key == hour.key), None)
    if existing and not existing.is_offered:
        return existing
    if existing is None and not (hour.fits(booking.seats) and not hour.waiting):
        return _write(booking, hour, SessionPlace.State.WAITING, now, by)
    clashing = clashes(hour, mine)
    if clashing and not instead:
        raise AtThatHour(clashing[0])
    freed = [place.hour_key for place in clashing]
    SessionPlace.objects.filter(pk__in=[place.pk for place in [*clashing, existing] if place]).delete()
    place = _write(booking, hour, SessionPlace.State.COMING, now, by)
    move_on(gathering, now, freed)
    return place


@transaction.atomic
def give_back(place: SessionPlace, *, now: datetime, by: Person | None = None) -> None:
    """Their chair, their offer or their place in line goes to the next. Who is taken off by a convenor is told."""
    gathering = in_turn(place.booking.gathering_id)
    deleted, _rows = SessionPlace.objects.filter(pk=place.pk).delete()
    if not deleted:
        return
    if by:
        owe(place, OwedSession.SessionNews.ENDED)
        note(by, "ended a place in a session", gathering)
    move_on(gathering, now, [place.hour_key])


def move_on(gathering: Gathering, now: datetime, keys: Iterable[HourKey] | None = None) -> None:
    """Every free chair goes to the first in line whom it fits. Call it while the gathering is locked."""
    if gathering.is_called_off:
        return
    for hour in hours_at(gathering, now, keys):
        if hour.waiting and not hour.waits_for_the_draw and not hour.has_begun(now):
            _fill(hour, now)


def clashes(hour: SessionHour, mine: Sequence[Held]) -> list[SessionPlace]:
    """Of somebody's chairs, those that they cannot have beside this one. What they only wait for is no clash."""
    return [
        held.place
        for held in mine
        if held.place.is_coming
        and held.place.hour_key != hour.key
        and (held.place.session_uid == hour.placing.session.uid or overlap(held.span, hour.span))
    ]


def owe(place: SessionPlace, kind: OwedSession.SessionNews) -> None:
    uid, number = place.hour_key
    OwedSession.objects.create(booking=place.booking, kind=kind, title=place.title, session_uid=uid, number=number)


def _open_hour(gathering: Gathering, placing: int, now: datetime) -> SessionHour:
    for hour in hours_at(gathering, now):
        if hour.placing.key == placing and not hour.has_begun(now) and not gathering.is_called_off:
            return hour
    raise NoSignUp


def _write(
    booking: Booking, hour: SessionHour, state: SessionPlace.State, now: datetime, by: Person | None
) -> SessionPlace:
    if by:
        note(by, "typed in a place in a session", booking.gathering)
    (uid, number), title = hour.key, hour.placing.session.title
    return SessionPlace.objects.create(
        booking=booking, session_uid=uid, number=number, title=title, state=state, at=now
    )


def _fill(hour: SessionHour, now: datetime) -> None:
    free = hour.free
    waiting = SessionPlace.objects.of(hour.gathering).waiting().at(*hour.key)
    for place in waiting.with_people():
        if free is None or place.booking.seats <= free:
            free = None if free is None else free - place.booking.seats
            _give(place, hour, now)


def _give(place: SessionPlace, hour: SessionHour, now: datetime) -> None:
    """At once, for they asked for it; unless they sit elsewhere then: nobody is moved from one session to another unasked."""
    is_free = not clashes(hour, held_by(place.booking, now))
    if is_free:
        place.state, place.until = SessionPlace.State.COMING, None
    else:
        zone, begins = hour.gathering.zone, hour.placing.starts_at
        place.state = SessionPlace.State.OFFERED
        place.until = min(add_waking_hours(now, HOURS_TO_ANSWER, zone), begins)
    place.save(update_fields=["state", "until"])
    owe(place, OwedSession.SessionNews.CHAIR if is_free else OwedSession.SessionNews.OFFER)

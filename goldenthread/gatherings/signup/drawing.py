"""Wishes, and the draw that follows when they close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.signup.hours import SessionHour, hours_at
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace, SessionWish
from goldenthread.gatherings.signup.released_hours import Held, held_by
from goldenthread.gatherings.signup.signing_up import in_turn
from goldenthread.journal.note import note
from goldenthread.mixing import draws


class WishesAreClosed(Exception):
    """It is too late to wish, or they have no place at the gathering."""


@transaction.atomic
def wish(booking: Booking, draw: Draw, sessions: Sequence[Session], *, now: datetime) -> None:
    """In this order, in place of what they wished before. Nothing at all takes their wishes back."""
    in_turn(booking.gathering_id)
    is_open = Draw.objects.to_come().filter(pk=draw.pk, until__gt=now).exists()
    if not is_open or not Booking.objects.coming().filter(pk=booking.pk).exists():
        raise WishesAreClosed
    SessionWish.objects.filter(booking=booking, draw=draw).delete()
    SessionWish.objects.bulk_create(
        SessionWish(booking=booking, draw=draw, session=session, rank=rank) for rank, session in enumerate(sessions, 1)
    )


@transaction.atomic
def hold_draw(draw: Draw, *, now: datetime) -> None:
    """Once, however many workers there are. Chairs that were typed in before are not drawn."""
    from goldenthread.mixing.draws.drawing import draw as draw_places  # noqa: PLC0415 - tests/house/test_imports.py

    gathering = in_turn(draw.gathering_id)
    if not Draw.objects.due(now).filter(pk=draw.pk).update(drawn_at=now):
        return
    hours = [hour for hour in hours_at(gathering, now) if hour.opening.draw_id == draw.pk and not hour.has_begun(now)]
    wishes = SessionWish.objects.filter(draw=draw, booking__in=Booking.objects.coming()).by_booking()
    seats = dict(Booking.objects.filter(pk__in=wishes).values_list("pk", "seats"))
    drawn = draw_places(
        [_as_drawn(hour, sum(seats.values())) for hour in hours],
        _wishers(wishes, seats, now),
        most_each=draw.most_each,
        seed=draw.seed,
    )
    _write_down(draw, drawn.hours, {hour.placing.key: hour for hour in hours}, now)
    OwedSession.objects.bulk_create(
        OwedSession(booking_id=booking, kind=OwedSession.SessionNews.DRAWN, draw=draw) for booking in drawn.hours
    )
    note(None, "drew places in sessions", gathering)


def _write_down(draw: Draw, got: Mapping[int, Sequence[int]], hours: Mapping[int, SessionHour], now: datetime) -> None:
    """Their chairs, and beside each wish whether it was drawn: somebody who gives a chair back later was not left without."""
    chairs = [
        SessionPlace(
            booking_id=booking,
            session_uid=hours[key].placing.session.uid,
            number=hours[key].placing.number,
            title=hours[key].placing.session.title,
            at=now,
        )
        for booking, keys in got.items()
        for key in keys
    ]
    # A convenor may have put somebody on the waiting list who is drawn now.
    SessionPlace.objects.bulk_create(
        chairs,
        update_conflicts=True,
        unique_fields=["booking", "session_uid", "number"],
        update_fields=["state", "until"],
    )
    sessions = {(booking, hours[key].opening.session_id) for booking, keys in got.items() for key in keys}
    wishes = SessionWish.objects.filter(draw=draw)
    drawn = [wish.pk for wish in wishes if (wish.booking_id, wish.session_id) in sessions]
    wishes.filter(pk__in=drawn).update(is_drawn=True)


def _as_drawn(hour: SessionHour, everybody: int) -> draws.Hour:
    """Where nobody counts chairs, there are enough for all."""
    free = everybody if hour.free is None else hour.free
    return draws.Hour(hour.placing.key, hour.opening.session_id, *hour.span, free)


def _wishers(wishes: dict[int, list[int]], seats: dict[int, int], now: datetime) -> list[draws.Wisher]:
    """With the chairs that they have already: not the same session again, and nothing at that hour."""
    uids = dict(SessionWish.objects.filter(booking__in=wishes).values_list("session", "session__uid"))
    with_places = SessionPlace.objects.coming().filter(booking__in=wishes).values("booking")
    mine = {
        booking.pk: [held for held in held_by(booking, now) if held.place.is_coming]
        for booking in Booking.objects.filter(pk__in=with_places).select_related("gathering")
    }
    return [
        draws.Wisher(
            booking,
            tuple(key for key in sessions if uids[key] not in _sessions(mine.get(booking, []))),
            seats[booking],
            tuple(held.span for held in mine.get(booking, [])),
        )
        for booking, sessions in wishes.items()
    ]


def _sessions(mine: Sequence[Held]) -> set[UUID]:
    return {held.place.session_uid for held in mine}

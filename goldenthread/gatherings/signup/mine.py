"""My sessions: what I can sign up for, what I have, and what I wished for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.programme.public_parts import PublicRoom
from goldenthread.gatherings.signup.hours import SessionHour, hours_at
from goldenthread.gatherings.signup.models import SessionPlace, SignUpOpening
from goldenthread.gatherings.signup.released_hours import held_by
from goldenthread.gatherings.signup.signing_up import clashes


@dataclass(frozen=True)
class MyChair:
    """A chair of mine in a session: what it is called, when and where it is held."""

    title: str
    when: str
    room: PublicRoom | None


@dataclass(frozen=True)
class MyHour:
    """One session at one hour, as it stands for me."""

    hour: SessionHour
    place: SessionPlace | None
    # What I would have to leave for it; or, where I have both, what is at the same hour.
    clash: SessionPlace | None
    has_begun: bool
    seats: int

    @property
    def when(self) -> str:
        return self.hour.when

    @property
    def until(self) -> str:
        moment = self.place.until if self.place else None
        return a_moment(moment, self.hour.gathering.zone) if moment else ""

    @property
    def would_wait(self) -> bool:
        """Whether there is no chair for me at this moment: I would go on the waiting list."""
        return not self.hour.fits(self.seats) or self.hour.waiting > 0

    @property
    def is_in_both(self) -> bool:
        """Whether a session was moved to the hour of another of mine."""
        return bool(self.place and self.place.is_coming and self.clash)

    @property
    def may_sign_up(self) -> bool:
        return self.place is None and not self.has_begun and not self.hour.waits_for_the_draw


def my_hours(booking: Booking, now: datetime) -> list[MyHour]:
    """In the order of the day."""
    held = held_by(booking, now)
    places = {chair.place.hour_key: chair.place for chair in held}
    return [
        MyHour(
            hour=hour,
            place=places.get(hour.key),
            clash=next(iter(clashes(hour, held)), None),
            has_begun=hour.has_begun(now),
            seats=booking.seats,
        )
        for hour in hours_at(booking.gathering, now)
    ]


def my_chairs(booking: Booking, now: datetime) -> Sequence[MyChair]:
    """Where I have a chair, in the order of the day. One query where I have none."""
    if not booking.is_coming:
        return []
    zone = booking.gathering.zone
    return [
        MyChair(chair.placing.session.title, a_moment(chair.placing.starts_at, zone), chair.placing.room)
        for chair in held_by(booking, now)
        if chair.place.is_coming
    ]


def ways_to_sessions(booking: Booking) -> list[tuple[str, str]]:
    """From the page of a booking: in words, and where it leads. None where nothing can be signed up for."""
    if not booking.is_coming or not SignUpOpening.objects.of(booking.gathering).exists():
        return []
    return [(_("Your sessions"), reverse("signup:sessions_of", args=[booking.gathering.slug, booking.key]))]

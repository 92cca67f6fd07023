"""The hours of a programme as people were shown it, and what somebody has in them. What convenors only draft moves nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.public import PublicProgramme, public_programme
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.gatherings.signup.models import SessionPlace

# Which session, and which of the times that it is held: the same over all releases.
HourKey = tuple[UUID, int]


@dataclass(frozen=True)
class Held:
    """What somebody has in a session, with its hour."""

    place: SessionPlace
    placing: PublicPlacing

    @property
    def span(self) -> tuple[float, float]:
        return span_of(self.placing)


def released_hours(gathering: Gathering, now: datetime) -> dict[HourKey, PublicPlacing]:
    """In the order of the day; none before the first release that is settled."""
    programme = public_programme(gathering, now)
    return hours_of(programme) if programme else {}


def hours_of(programme: PublicProgramme) -> dict[HourKey, PublicPlacing]:
    """Nobody signs up for what is a draft still."""
    placings = [] if programme.is_draft else programme.placings
    return {(placing.session.uid, placing.number): placing for placing in placings}


def released_titles(gathering: Gathering, now: datetime) -> dict[UUID, str]:
    """What each session that has an hour is called."""
    return {uid: placing.session.title for (uid, _number), placing in released_hours(gathering, now).items()}


def held_by(booking: Booking, now: datetime) -> list[Held]:
    """In the order of the day. What is not held any more is left out."""
    places = {place.hour_key: place for place in SessionPlace.objects.filter(booking=booking)}
    if not places:
        return []
    hours = released_hours(booking.gathering, now)
    return [Held(places[key], placing) for key, placing in hours.items() if key in places]


def span_of(placing: PublicPlacing) -> tuple[float, float]:
    return placing.starts_at.timestamp(), placing.ends_at.timestamp()

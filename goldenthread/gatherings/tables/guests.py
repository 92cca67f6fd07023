"""People as the mixer sees them.

A hat serves only if its owner ticked it for this gathering and did not close it to mixing; how familiar somebody is, only
if the hosts may know it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.mixing.tables import Guest
from goldenthread.people.models import Audience, Familiarity, Sector

KNOWS_IT = {Familiarity.NEW: False, Familiarity.PRACTISING: True, Familiarity.TEACHING: True}
SEEN_BY_HOSTS = {Audience.HOSTS, Audience.MEMBERS, Audience.EVERYONE}
# The second seat of a booking: whoever travels with them.
SECOND = "+"


def guests(coming: Sequence[Booking], there: Mapping[int, frozenset[int]]) -> Iterator[Guest]:
    """Everybody who sits, with the rounds in which they are there."""
    often = Counter(sector for booking in coming for sector in hats_for_mixing(booking))
    for booking in coming:
        hats, present = hats_for_mixing(booking), there[booking.pk]
        others = [sector for sector in hats if sector != Sector.LIVED_EXPERIENCE]
        yield Guest(
            str(booking.pk),
            # Of several hats the one that is seldom here.
            sector=min(others, key=lambda sector: (often[sector], sector)) if others else None,
            familiar=is_familiar(booking),
            present=present,
        )
        if booking.seats > 1:
            yield Guest(f"{booking.pk}{SECOND}", present=present)


def hats_for_mixing(booking: Booking) -> list[str]:
    person = booking.person
    closed = {hat.sector for hat in person.hats.all() if not hat.is_for_mixing} if person else set()
    return [sector for sector in booking.sectors if sector not in closed]


def is_familiar(booking: Booking) -> bool | None:
    portrait = getattr(booking.person, "portrait", None)
    if portrait is None or portrait.familiarity_audience not in SEEN_BY_HOSTS:
        return None
    return KNOWS_IT.get(portrait.familiarity)


def with_lived_experience(coming: Sequence[Booking], there: Mapping[int, frozenset[int]]) -> frozenset[int]:
    """Bookings of those who would rather not be the only one at a table. Where only one of them is there in a whole round,
    nobody can sit with them, and it binds nothing."""
    company = frozenset(booking.pk for booking in coming if Sector.LIVED_EXPERIENCE in hats_for_mixing(booking))
    for round_ in {number for booking in company for number in there[booking]}:
        alone = [booking for booking in company if round_ in there[booking]]
        if len(alone) == 1:
            others = [booking for booking in coming if booking.pk not in alone]
            return with_lived_experience(others, there)
    return company

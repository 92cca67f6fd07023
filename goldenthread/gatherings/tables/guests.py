"""People as the mixer sees them.

A sector serves only if its owner ticked it for this gathering and did not close it to mixing. A role and a region serve as
somebody told them for this gathering, or else as their page lets them: a role that is ticked for good tables, a region that the hosts
may know. How familiar somebody is serves only if the hosts may know it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.mixing.sheet.columns import bare
from goldenthread.mixing.tables import KINDS, Guest
from goldenthread.people.models import Audience, Familiarity, Sector

KNOWS_IT = {Familiarity.NEW: False, Familiarity.PRACTISING: True, Familiarity.TEACHING: True}
SEEN_BY_HOSTS = {Audience.HOSTS, Audience.MEMBERS, Audience.EVERYONE}
# The second seat of a booking: whoever travels with them.
SECOND = "+"


def guests(coming: Sequence[Booking], there: Mapping[int, frozenset[int]]) -> Iterator[Guest]:
    """Everybody who sits, with the rounds in which they are there."""
    sectors = _seldom_ones([_sectors(booking) for booking in coming])
    roles = _seldom_ones([_roles(booking) for booking in coming])
    for booking, sector, role in zip(coming, sectors, roles, strict=True):
        present = there[booking.pk]
        yield Guest(
            str(booking.pk),
            sector=sector,
            familiar=is_familiar(booking),
            present=present,
            role=role,
            region=_region(booking),
        )
        if booking.seats > 1:
            yield Guest(f"{booking.pk}{SECOND}", present=present)


def alike(one: Guest, other: Guest) -> int:
    """In how many ways both are of one kind."""
    pairs = ((getattr(one, kind), getattr(other, kind)) for kind in KINDS)
    return sum(mine is not None and mine == theirs for mine, theirs in pairs)


def _seldom_ones(words: Sequence[Collection[str]]) -> list[str | None]:
    """Of the several words of each the one that is seldom here."""
    often = Counter(word for several in words for word in several)
    return [min(several, key=lambda word: (often[word], word), default=None) for several in words]


def _sectors(booking: Booking) -> list[str]:
    return [sector for sector in hats_for_mixing(booking) if sector != Sector.LIVED_EXPERIENCE]


def _roles(booking: Booking) -> set[str]:
    """The one that was told for this gathering, unless their page closes it; or those that their page opens."""
    hats = booking.person.hats.all() if booking.person else ()
    opened = {bare(hat.words) for hat in hats if hat.is_role and hat.is_for_mixing}
    closed = {bare(hat.words) for hat in hats if hat.is_role} - opened
    for_this_gathering = {bare(booking.role)} - closed - {""}
    return for_this_gathering or opened


def _region(booking: Booking) -> str | None:
    portrait = getattr(booking.person, "portrait", None)
    if portrait is None or not portrait.region:
        return booking.region or None
    is_for_hosts = portrait.region_audience in SEEN_BY_HOSTS
    # Told for this gathering, it serves, unless it is what their page keeps to itself.
    if booking.region and (is_for_hosts or booking.region != portrait.region):
        return booking.region
    return portrait.region if is_for_hosts else None


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

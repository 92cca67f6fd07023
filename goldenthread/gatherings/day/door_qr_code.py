"""The code for the door: an address of this house that a camera reads. It leads to a page, and the page has a button."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from goldenthread.gatherings.bookings.above import DoorCode
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day import rules
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.address import absolute

SIGNER = Signer(salt="goldenthread.day.slip")


def code_of(booking: Booking) -> DoorCode | None:
    """For who comes, until the day is over."""
    if not rules.may_show_code(booking, clock.now()):
        return None
    address = [booking.gathering.slug, booking.key]
    page = f"{reverse('day:day_of', args=address)}#code"
    return DoorCode(arrival_by_slip(booking.gathering, booking), reverse("day:code", args=address), page)


def slip_of(booking: Booking) -> str:
    """What a code says in place of the key. Slips lie in baskets, hosts' cameras remember, and the key opens ticks and wishes."""
    return SIGNER.sign(str(booking.pk))


def booking_on(slip: str) -> int | None:
    """Whose slip it is, if it is one of ours."""
    try:
        return int(SIGNER.unsign(slip))
    except BadSignature:
        return None


def arrival_by_slip(gathering: Gathering, booking: Booking) -> str:
    return of_slip(gathering, slip_of(booking))


def of_slip(gathering: Gathering, slip: str) -> str:
    return absolute(reverse("day:arrival_by_slip", args=[gathering.slug, slip]))

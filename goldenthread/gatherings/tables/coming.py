"""Who is to be seated. On the day, the room above says who is here; until then it is everybody with a place."""

from __future__ import annotations

from collections.abc import Collection

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.kit.registry import rooms

# A place that is only offered may still be refused.
TO_BE_SEATED = [State.KEPT, State.COMING, State.EXPECTED]


def to_be_seated(gathering: Gathering) -> BookingQuerySet:
    return gathering.bookings.filter(state__in=TO_BE_SEATED)


def who_comes(gathering: Gathering) -> list[Booking]:
    """With their hats and portraits, in five queries however many they are."""
    present_keys = present(gathering)
    placed = to_be_seated(gathering) if present_keys is None else gathering.bookings.filter(pk__in=present_keys)
    seated = placed.select_related("person__portrait", "table_wish").prefetch_related("person__hats")
    return list(seated.defer("needs", "line", "person__portrait__access_needs").order_by("pk"))


def present(gathering: Gathering) -> Collection[int] | None:
    """Bookings of those who are here; None while nobody looks who comes in."""
    answers = (wing.present(gathering) for wing in rooms(RoomAboveTables))
    return next((keys for keys in answers if keys is not None), None)

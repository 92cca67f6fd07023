"""Who is to be seated. On the day, the room above says who is here; until then it is everybody with a place."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.kit.registry import rooms

# A place that is only offered may still be refused.
TO_BE_SEATED = [State.KEPT, State.COMING, State.EXPECTED]


# Their place is certain. A name that a stranger typed waits until the address says yes: at a table it would tell its neighbours
# that nobody had a booking under that address (docs/decisions/0015-a-press-tells-nothing.md).
TO_HAVE_A_TABLE = [State.COMING, State.EXPECTED]


def to_be_seated(gathering: Gathering) -> BookingQuerySet:
    return gathering.bookings.filter(state__in=TO_BE_SEATED)


def to_have_a_table(gathering: Gathering) -> BookingQuerySet:
    """Who gets a table without anybody asking for it: on the day whoever is here, until then whoever has a certain place."""
    present_keys = present(gathering)
    expected = Q(state__in=TO_HAVE_A_TABLE) if present_keys is None else Q(pk__in=present_keys)
    return gathering.bookings.filter(expected).exclude(pk__in=gone(gathering))


def may_still_come(gathering: Gathering) -> BookingQuerySet:
    """Whose chair nobody else may have: those who are here, and those who may only be late."""
    expected = Q(state__in=TO_BE_SEATED) | Q(pk__in=present(gathering) or ())
    return gathering.bookings.filter(expected).exclude(pk__in=gone(gathering))


def who_comes(gathering: Gathering) -> list[Booking]:
    """With their hats and portraits, in five queries however many they are. Who is not here yet may only be late."""
    return with_what_they_tell(may_still_come(gathering))


def who_is_here(gathering: Gathering) -> list[Booking]:
    """The same, once somebody looks who comes in, without those who are not here yet."""
    present_keys = present(gathering)
    return with_what_they_tell(
        may_still_come(gathering) if present_keys is None else gathering.bookings.filter(pk__in=present_keys)
    )


def with_what_they_tell(bookings: BookingQuerySet) -> list[Booking]:
    seated = bookings.select_related("person__portrait", "table_wish").prefetch_related("person__hats")
    return list(seated.defer("needs", "line", "person__portrait__access_needs").order_by("pk"))


def present(gathering: Gathering) -> Collection[int] | None:
    """Bookings of those who are here; None while nobody looks who comes in."""
    answers = (wing.present(gathering) for wing in rooms(RoomAboveTables))
    return next((keys for keys in answers if keys is not None), None)


def gone(gathering: Gathering) -> Collection[int]:
    """Bookings of those who left, sent word on the day, or did not come."""
    return {key for wing in rooms(RoomAboveTables) for key in wing.gone(gathering)}

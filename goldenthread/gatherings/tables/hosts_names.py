"""People as hosts read them: by name, and two of one name told apart by the address that they booked with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.mixing.sheet.names import told_apart


def hosts_names(bookings: Iterable[Booking]) -> Mapping[int, str]:
    """By the keys of their bookings."""
    listed = list(bookings)
    beside = [booking.address or _("on paper") for booking in listed]
    return dict(zip((b.pk for b in listed), told_apart([b.listed_as for b in listed], beside), strict=True))

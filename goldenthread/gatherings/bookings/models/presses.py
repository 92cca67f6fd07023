"""What a booking has to know of those who are not there yet: presses by anybody, for anybody's address."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from goldenthread.gatherings.bookings.models.booking import Booking

# Whoever owns the address said yes, or somebody typed it in who vouches for it.
PROVED = Q(confirmed_at__isnull=False) | Q(email="") | Q(brought_in__isnull=False)
# How long a press waits to be confirmed, and is forgotten then.
A_PRESS_WAITS = timedelta(days=3)
# How long an unconfirmed place may wait for a later press of the same address: a stranger cannot keep it for ever.
LONGEST_WAIT = timedelta(days=7)


class BookingManager(models.Manager["Booking"]):
    """Bookings, and no presses for those who have one already: no list, count or mix ever meets them."""

    def get_queryset(self) -> models.QuerySet["Booking"]:
        return super().get_queryset().exclude(state="again")

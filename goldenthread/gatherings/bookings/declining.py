"""Somebody who was brought in says no: their seat is free, and they are not brought in again."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.expecting import ASKING
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.outbox.models import Refusal
from goldenthread.outbox.models.refusal import about


@transaction.atomic
def decline(booking: Booking, *, now: datetime) -> None:
    """Take me off. Raises `giving_up.AlreadyOver`."""
    give_up(booking, State.CANCELLED, now=now, by=None)
    Refusal.of(booking.email, ASKING, about(booking.gathering)).declare()

from __future__ import annotations

from datetime import datetime

from django.db import models

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.state import State
from goldenthread.kit import clock


class WithdrawalQuerySet(models.QuerySet["Withdrawal"]):
    """Questions about places that are being given up."""

    def due(self, now: datetime) -> WithdrawalQuerySet:
        return self.filter(until__lte=now)


class Withdrawal(models.Model):
    """That somebody gives up their place: until a moment it is still theirs to take back, and then it passes on.

    Taking it back deletes the row, and so does passing it on.
    """

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="withdrawal")
    # How the booking will stand: not coming, or with apologies.
    state = models.CharField(max_length=10, choices=State)
    line = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(default=clock.now)
    until = models.DateTimeField()

    objects = WithdrawalQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.booking.known_as} gives up their place"

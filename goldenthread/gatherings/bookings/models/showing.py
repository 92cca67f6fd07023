from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.plan.models import Gathering, Postponement
from goldenthread.kit import clock


class ShowingQuerySet(models.QuerySet["Showing"]):
    """Questions about names that are shown."""

    def over(self, now: datetime) -> ShowingQuerySet:
        """The last day of the gathering has passed; not of one that is on another day."""
        today = timezone.localdate(now)
        passed = Q(last_day__lt=today) | Q(last_day=None, day__lt=today)
        over = Gathering.objects.filter(passed).exclude(pk__in=Postponement.objects.values("gathering"))
        return self.filter(booking__gathering__in=over)


class Showing(models.Model):
    """That somebody who has a place shows their name and sector to others who are coming, since when.

    Their own word, and nobody else's. Taken back, or with the end of the booking, the row goes, and the journal never knew.
    """

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="showing")
    at = models.DateTimeField(default=clock.now)

    objects = ShowingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.booking.known_as} shows their name"

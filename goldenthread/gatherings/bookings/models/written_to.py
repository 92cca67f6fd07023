from __future__ import annotations

from django.db import models

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.kit import clock
from goldenthread.people.models import Person


class WrittenTo(models.Model):
    """That a convenor wrote to somebody, or rang them, in their own way; so that the other convenors need not."""

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="written_to")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name_plural = "written to"

    def __str__(self) -> str:
        return f"{self.booking.listed_as} was written to"

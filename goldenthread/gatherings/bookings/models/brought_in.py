from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.state import LIVE
from goldenthread.kit import clock
from goldenthread.people.models import Person


class BroughtInQuerySet(models.QuerySet["BroughtIn"]):
    """Questions about those whom others put down."""

    def already_asked(self) -> BroughtInQuerySet:
        return self.filter(asked_at__isnull=False)

    def to_ask(self) -> BroughtInQuerySet:
        """Not answered, and never asked: nor under an earlier booking that was ended and brought in once more."""
        earlier = BroughtIn.objects.already_asked().filter(
            booking__gathering=OuterRef("booking__gathering"), booking__email=OuterRef("booking__email")
        )
        open_ones = self.filter(asked_at=None, booking__confirmed_at=None, booking__state__in=LIVE)
        return open_ones.exclude(Exists(earlier))


class BroughtIn(models.Model):
    """That a convenor put somebody down by their address, and when the one e-mail went that asks whether they come.

    It stays when the booking has ended, so that nobody is asked a second time by being brought in again.
    """

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="brought_in")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    asked_at = models.DateTimeField(null=True, blank=True)

    objects = BroughtInQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.booking.known_as} was brought in"

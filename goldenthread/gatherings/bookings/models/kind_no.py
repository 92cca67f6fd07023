from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.models import Person


class KindNo(models.Model):
    """That a convenor said no to somebody who asked for a place: in their own words, and with another door where there is one.

    A yes after all deletes the row.
    """

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="kind_no")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    words = models.TextField(_("What would you like to say to them?"), max_length=1000)
    # The other doors: following this plan, or a gathering that is still to come.
    is_to_follow = models.BooleanField(default=False)
    next_gathering = models.ForeignKey(Gathering, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "kind noes"

    def __str__(self) -> str:
        return f"a no to {self.booking.known_as}"

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering


class TickQuerySet(models.QuerySet["Tick"]):
    """Questions about ticks. Only the house asks them, and only of both at once; or their owner, of their own."""

    def mutual(self) -> TickQuerySet:
        """Those that were answered by the other with one of their own, where both are somebody in this house.

        Until whoever was only on a list has said that it is them, a tick of theirs waits, and so does one for them.
        """
        back = Tick.objects.filter(gathering=OuterRef("gathering"), by=OuterRef("to"), to=OuterRef("by"))
        return self.filter(Exists(back), by__person__isnull=False, to__person__isnull=False)

    def of_gatherings_before(self, day: date) -> TickQuerySet:
        return self.filter(Q(gathering__last_day__lt=day) | Q(gathering__last_day=None, gathering__day__lt=day))


class Tick(models.Model):
    """That somebody would like to stay in touch with somebody they sat with. When they said so is kept nowhere.

    Of bookings, so that everybody who was in the room can tick and be ticked, a person of this house or not yet.
    It is never shown to the other. Two that answer each other become a thread after the day; the others are forgotten.
    """

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="ticks")
    by = models.ForeignKey(Booking, models.CASCADE, related_name="+")
    to = models.ForeignKey(Booking, models.CASCADE, related_name="+")

    objects = TickQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "by", "to"], name="one_ticks_another_once")]

    def __str__(self) -> str:
        # Said nowhere, not even in a traceback.
        return "a tick"

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.withdrawal import Withdrawal
from goldenthread.gatherings.plan.models import Following, Gathering, PendingChanges
from goldenthread.kit import clock


class OwedQuerySet(models.QuerySet["Owed"]):
    """Questions about e-mails that are owed."""

    def changes_of(self, gathering: Gathering) -> OwedQuerySet:
        return self.filter(booking__gathering=gathering, kind=Owed.Kind.CHANGED)

    def to_write(self) -> OwedQuerySet:
        """Not about a plan while its changes gather, nor to whoever may take the place back that they are giving up."""
        gathers = Exists(PendingChanges.objects.filter(gathering=OuterRef("booking__gathering")))
        leaves = Exists(Withdrawal.objects.filter(booking=OuterRef("booking")))
        return self.exclude(gathers | leaves, kind=Owed.Kind.CHANGED)

    def to_nobody(self) -> None:
        """Whoever follows the plan, too, was to hear of it by this e-mail; now they hear as a follower."""
        for debt in self.filter(kind=Owed.Kind.CHANGED, since__isnull=False).select_related("booking__person"):
            debt.hear_as_a_follower()
        self.delete()


class Owed(models.Model):
    """That somebody is owed an e-mail about their booking. Written down with what happened; gone when it is written."""

    class Kind(models.TextChoices):
        KEPT = "kept"
        # Of a press for an address that has a booking: how that stands, and that what was typed counts when confirmed.
        AGAIN = "again"
        WAITING = "waiting"
        COMING = "coming"
        # Would you like to come? To somebody whom a convenor put down.
        EXPECTED = "expected"
        REMINDER = "reminder"
        RELEASED = "released"
        OFFER = "offer"
        LAPSED = "lapsed"
        GIVEN = "given"
        OVER = "over"
        # By the convenors, as when somebody rang up.
        ENDED = "ended"
        # By the convenors, after it had ended.
        BACK = "back"
        # The day moved, or is off.
        CHANGED = "changed"

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="owed")
    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField(default=clock.now)
    # Of a change: the version of the plan that they know of.
    since = models.PositiveIntegerField(null=True)

    objects = OwedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "owed"

    def __str__(self) -> str:
        return f"{self.kind} to {self.booking}"

    def hear_as_a_follower(self) -> None:
        """What their e-mail was to tell, and does not."""
        followings = Following.objects.filter(gathering=self.booking.gathering_id, told__gt=self.since or 0)
        followings.filter(person__email__iexact=self.booking.address).update(told=self.since or 0)

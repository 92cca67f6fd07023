from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.reminder import Reminder
from goldenthread.gatherings.bookings.models.withdrawal import Withdrawal
from goldenthread.gatherings.plan.models import Following, Gathering, PendingChanges
from goldenthread.kit import clock


class OwedQuerySet(models.QuerySet["Owed"]):
    """Questions about e-mails that are owed."""

    def changes_of(self, gathering: Gathering) -> OwedQuerySet:
        return self.filter(booking__gathering=gathering, kind=Owed.Kind.CHANGED)

    def to_write(self) -> OwedQuerySet:
        """Not about a plan while its changes gather, which no reminder tells before them; nor about the day to whoever may take
        back that they are giving up their place."""
        # What was owed before they began, such as that it is off, is not held up by them.
        pending = PendingChanges.objects.filter(gathering=OuterRef("booking__gathering"))
        gathers = Exists(pending.filter(first_at__lte=OuterRef("at")))
        leaves = Exists(Withdrawal.objects.filter(booking=OuterRef("booking")))
        changes = self.exclude(gathers, kind=Owed.Kind.CHANGED).exclude(Exists(pending), kind=Owed.Kind.AHEAD)
        return changes.exclude(leaves, kind__in=[Owed.Kind.CHANGED, Owed.Kind.AHEAD])

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
        # Where the convenors say yes: that it was asked, and by when they answer; and their no.
        ASKED = "asked"
        NO = "no"
        COMING = "coming"
        # Would you like to come? To somebody whom a convenor put down.
        EXPECTED = "expected"
        REMINDER = "reminder"
        RELEASED = "released"
        OFFER = "offer"
        LAPSED = "lapsed"
        GIVEN = "given"
        OVER = "over"
        # By whoever had only asked.
        TAKEN_BACK = "taken_back"
        # By the convenors, as when somebody rang up.
        ENDED = "ended"
        # By the convenors, after it had ended.
        BACK = "back"
        # What they said quietly about the cost is answered, or was never read and can be said to somebody else.
        COST = "cost"
        COST_ANEW = "cost_anew"
        # The day moved, or is off.
        CHANGED = "changed"
        # The day is near, and they have a place.
        AHEAD = "ahead"

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="owed")
    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField(default=clock.now)
    # Of a change: the version of the plan that they know of.
    since = models.PositiveIntegerField(null=True)
    # Of a reminder that the day is near: which.
    reminder = models.ForeignKey(Reminder, models.CASCADE, null=True, related_name="+")

    objects = OwedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "owed"

    def __str__(self) -> str:
        return f"{self.kind} to {self.booking}"

    def hear_as_a_follower(self) -> None:
        """What their e-mail was to tell, and does not."""
        followings = Following.objects.filter(gathering=self.booking.gathering_id, told__gt=self.since or 0)
        followings.filter(person__email__iexact=self.booking.address).update(told=self.since or 0)

from __future__ import annotations

from django.db import models

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.kit import clock


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

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="owed")
    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField(default=clock.now)
    # Of a change: the version of the plan that they know of.
    since = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name_plural = "owed"

    def __str__(self) -> str:
        return f"{self.kind} to {self.booking}"

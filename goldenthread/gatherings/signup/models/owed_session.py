from __future__ import annotations

from django.db import models

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.signup.models.draw import Draw


class OwedSession(models.Model):
    """That somebody is owed an e-mail about a session, or about a draw. Written down with what happened; gone when it is written."""

    class SessionNews(models.TextChoices):
        """What it tells."""

        CHAIR = "chair"
        OFFER = "offer"
        LAPSED = "lapsed"
        GONE = "gone"
        ENDED = "ended"
        DRAWN = "drawn"
        WISH = "wish"
        SOONER = "sooner"

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="owed_sessions")
    kind = models.CharField(max_length=6, choices=SessionNews)
    # As it was called, in case that it is gone.
    title = models.CharField(max_length=160, blank=True)
    # Which session, and which of the times that it is held; None for a draw.
    session_uid = models.UUIDField(null=True)
    number = models.PositiveSmallIntegerField(null=True)
    draw = models.ForeignKey(Draw, models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.kind} to {self.booking}"

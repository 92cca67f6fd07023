from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering


def a_lot() -> str:
    return secrets.token_urlsafe(16)


class FeedbackGivenQuerySet(models.QuerySet["FeedbackGiven"]):
    """Questions about who has answered."""

    def by(self, booking: Booking | None) -> FeedbackGivenQuerySet:
        return self.filter(booking=booking)


class FeedbackGiven(models.Model):
    """That somebody who was there has given their feedback, and cannot again. What they said is somewhere else."""

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="feedback_given")

    objects = FeedbackGivenQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.booking.known_as} gave feedback"


class Feedback(models.Model):
    """Three answers about a gathering. Whose they are, and when they came, is kept nowhere; their key was drawn by lot."""

    id = models.CharField(max_length=40, primary_key=True, default=a_lot, editable=False)
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="feedback")
    good = models.CharField(_("What was good?"), max_length=600, blank=True)
    hard = models.CharField(_("What was hard, or missing?"), max_length=600, blank=True)
    next = models.CharField(_("What should happen next?"), max_length=600, blank=True)

    def __str__(self) -> str:
        return "feedback"

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.kit import clock
from goldenthread.people.models import Person


class OfferQuerySet(models.QuerySet["OfferOfHelp"]):
    """Questions about offers of help."""

    def by(self, person: Person) -> OfferQuerySet:
        """Those that this person made, the newest first."""
        return self.filter(person=person).order_by("-at", "-pk")


class OfferOfHelp(models.Model):
    """One line from somebody who can help with a point that is not settled yet."""

    gathering = models.ForeignKey("plan.Gathering", models.CASCADE, related_name="offers")
    point = models.CharField(max_length=20)
    words = models.CharField(_("Your offer, in a line"), max_length=200)
    person = models.ForeignKey(Person, models.CASCADE, related_name="offers")
    at = models.DateTimeField(default=clock.now)

    objects = OfferQuerySet.as_manager()

    def __str__(self) -> str:
        return self.words

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.voices.models.contribution import Contribution
from goldenthread.kit import clock
from goldenthread.people.models import Person


class Leaning(models.TextChoices):
    """What a reader would do with a contribution."""

    IN = "in", _("In")
    NOT_NOW = "not_now", _("Not now")
    ANOTHER_FORM = "form", _("In another form")
    TOO_CLOSE = "close", _("Too close to me")


class Readership(models.Model):
    """That somebody reads what people offer to a gathering, from a day until a day. A task that ends by itself."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="readerships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="readerships")
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    objects = OfGatheringQuerySet["Readership"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "person"], name="one_reads_once_at_a_gathering"),
            models.CheckConstraint(condition=Q(until__gt=models.F("since")), name="a_readership_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.person} reads for {self.gathering}"


class Reading(models.Model):
    """What one reader thinks of one contribution, in words. Never a number, and never put in order."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="readings")
    reader = models.ForeignKey(Person, models.CASCADE, related_name="readings")
    leaning = models.CharField(_("What would you do?"), max_length=10, choices=Leaning)
    words = models.TextField(_("Why, in a few words"), max_length=2000, blank=True)
    # Which wording they read: it may have changed since.
    version = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contribution", "reader"], name="one_reads_a_contribution_once")]

    def __str__(self) -> str:
        return f"a reading of {self.contribution}"

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.kit import clock
from goldenthread.people.models import Person


class Outcome(models.Model):
    """What came of a gathering, as its convenors tell everybody."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="outcome")
    words = models.TextField(_("What came of it?"), max_length=20_000, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfGatheringQuerySet["Outcome"].as_manager()

    def __str__(self) -> str:
        return f"what came of {self.gathering}"

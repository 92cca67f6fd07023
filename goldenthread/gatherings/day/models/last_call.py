from django.db import models

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.kit import clock
from goldenthread.people.models import Person


class LastCall(models.Model):
    """That the list of arrivals is complete: whoever was not seen by then did not come. Taking it back deletes the row."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="last_call")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfGatheringQuerySet["LastCall"].as_manager()

    def __str__(self) -> str:
        return f"last call at {self.gathering}"

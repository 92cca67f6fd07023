from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from goldenthread.gatherings.plan.models.of_gathering import OfGatheringQuerySet

if TYPE_CHECKING:
    from goldenthread.gatherings.plan.models.gathering import Gathering


LONGEST_REASON = 300


class PendingChangesQuerySet(OfGatheringQuerySet["PendingChanges"]):
    """Questions about changes that nobody was e-mailed about yet."""

    def due(self, now: datetime) -> PendingChangesQuerySet:
        """A moment still to come was written before a sample house's clock was set back."""
        return self.filter(Q(goes_at__lte=now) | Q(first_at__gt=now))

    def of_now(self, gathering: Gathering) -> PendingChanges | None:
        return self.of(gathering).first()


class PendingChanges(models.Model):
    """That changes of a plan wait to be e-mailed together: since which version, and until when. Gone when they go."""

    gathering = models.OneToOneField("plan.Gathering", models.CASCADE, related_name="pending_changes")
    # What followers were to hear of before the first of them.
    since = models.PositiveIntegerField()
    first_at = models.DateTimeField()
    goes_at = models.DateTimeField()

    objects = PendingChangesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "pending changes"

    def __str__(self) -> str:
        return f"changes of {self.gathering} that wait"

    @property
    def stamp(self) -> str:
        """Moves with each change that joins them: nobody sends what they have not seen."""
        return self.goes_at.isoformat()

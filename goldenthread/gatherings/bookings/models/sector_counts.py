from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.suppression import steady_counts

if TYPE_CHECKING:
    from collections.abc import Mapping


class SectorCounts(models.Model):
    """How many of each sector come to a gathering, as everybody may know it. Counted once a night, never while one looks."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="sector_counts")
    counted_on = models.DateField()
    # As they were when each of them moved last; what is shown of them is rounded.
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"who comes to {self.gathering}, {self.counted_on:%d %B %Y}"

    @classmethod
    def count(cls, gathering: int, coming: Mapping[str, int], today: date) -> None:
        before = cls.objects.filter(gathering=gathering).values_list("counts", flat=True).first()
        counted = {"counted_on": today, "counts": steady_counts(before or {}, coming)}
        cls.objects.update_or_create(gathering_id=gathering, defaults=counted)

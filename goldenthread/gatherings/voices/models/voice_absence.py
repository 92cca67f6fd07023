from __future__ import annotations

from django.db import models
from django.db.models import Q

from goldenthread.gatherings.voices.models.voice import Voice


class VoiceAbsence(models.Model):
    """That somebody is not there for a while during the gathering. Without one, they are there the whole time."""

    voice = models.ForeignKey(Voice, models.CASCADE, related_name="absences")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="an_absence_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.voice} is away"

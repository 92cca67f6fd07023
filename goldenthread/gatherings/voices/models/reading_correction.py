from __future__ import annotations

from django.db import models

from goldenthread.gatherings.voices.models.readership import Leaning, Reading
from goldenthread.kit import clock
from goldenthread.people.models import Person


class ReadingCorrection(models.Model):
    """That whoever typed a reading in from paper had mistyped, and put it right: how it read before, by whom and when."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="corrections")
    leaning = models.CharField(max_length=10, choices=Leaning)
    words = models.TextField(max_length=2000, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.reading}, as it read before"

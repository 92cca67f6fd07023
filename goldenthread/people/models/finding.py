from __future__ import annotations

from django.db import models

from goldenthread.people.models.person import Person
from goldenthread.people.models.portrait import Region


class Finding(models.Model):
    """That a person lets members find them, and by what: only what they opened to every member stands here."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="finding")
    # By which the people of a page stand in order: the name without capitals and accents.
    sorted_by = models.CharField(max_length=100)
    region = models.CharField(max_length=20, choices=Region, blank=True)
    # Without capitals and accents, too, and what the indexes of both databases read. People never see this.
    brings = models.TextField(blank=True)
    words = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["sorted_by", "id"], name="findings_in_order"),
            models.Index(fields=["region", "sorted_by", "id"], name="findings_by_region"),
        ]

    def __str__(self) -> str:
        return str(self.person)

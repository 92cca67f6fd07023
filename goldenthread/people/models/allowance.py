from __future__ import annotations

from django.db import models


class Allowance(models.Model):
    """That somebody has done something so often since a moment: a digest of who and what, a number, and until when it counts."""

    # Keyed with the secret of this house: no network address and no e-mail address can be read in it.
    key = models.CharField(max_length=32, primary_key=True)
    times = models.PositiveIntegerField()
    # In seconds on the real clock, because every press compares it.
    until = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"{self.times} until {self.until}"

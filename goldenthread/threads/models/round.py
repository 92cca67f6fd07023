from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# A worker that has not finished after this long has stopped in the middle, and another goes on.
A_CLAIM_LASTS = timedelta(hours=1)


class SuggestionRound(models.Model):
    """That the house looks, in this month, for people who might like to meet. Once, however many workers there are."""

    month = models.DateField(unique=True)
    # On the real clock: it is about workers.
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    pairs = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("round of suggestions")

    def __str__(self) -> str:
        return f"suggestions of {self.month:%B %Y}"

    @classmethod
    def claim(cls, month: date, now: datetime) -> SuggestionRound | None:
        """The round of this month, if it is ours to do now."""
        cls.objects.get_or_create(month=month)
        free = Q(claimed_at=None) | Q(claimed_at__lt=now - A_CLAIM_LASTS)
        mine = cls.objects.filter(free, month=month, done_at=None).update(claimed_at=now)
        return cls.objects.get(month=month) if mine else None

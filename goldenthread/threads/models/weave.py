from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

# Ties of a region with itself, and with any other.
WITHIN, BEYOND = "within", "beyond"


class Weave(models.Model):
    """How sectors and regions were meeting when it was counted last. Only numbers that everybody may see are kept."""

    counted_at = models.DateTimeField()
    told = models.JSONField()

    class Meta:
        verbose_name = _("the weave")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_weave")]

    def __str__(self) -> str:
        return f"the weave of {self.counted_at:%d %B %Y}"

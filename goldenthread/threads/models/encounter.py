from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.threads.models.pairs import Between, BetweenQuerySet, in_order
from goldenthread.threads.models.where import Somewhere


class Encounter(Between, Somewhere):
    """That two people met: when, and where. Written down from what really took place."""

    at = models.DateTimeField(_("when"))

    objects = BetweenQuerySet["Encounter"].as_manager()

    class Meta:
        verbose_name = _("encounter")
        constraints = [
            in_order("an_encounter_is_written_one_way"),
            models.UniqueConstraint(
                fields=["one", "other", "where_key", "round", "table"], name="two_meet_once_at_one_place"
            ),
        ]
        indexes = [models.Index(fields=["where_key"], name="encounters_of_a_place")]

    def __str__(self) -> str:
        return f"two met at {self.where_label or self.where_key}"

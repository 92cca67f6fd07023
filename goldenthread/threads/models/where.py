from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.people.models import Person

BY_INTRODUCTION = "introduction"


@dataclass(frozen=True)
class Where:
    """Where two people met: enough for a sentence. The room above that knows the place fills it in.

    `key` names the place to that room alone (`gathering:12`); `label` is what people call it.
    """

    key: str
    label: str = ""
    round: int = 0
    table: str = ""
    # The key of the person who introduced the two.
    introduced_by: int | None = None

    def columns(self) -> dict[str, Any]:
        return self.identity() | {"where_label": self.label, "introduced_by_id": self.introduced_by}

    def identity(self) -> dict[str, Any]:
        """What makes it this place and no other."""
        return {"where_key": self.key, "round": self.round, "table": self.table}


class Somewhere(models.Model):
    """Something that has a place."""

    where_key = models.CharField(max_length=60)
    where_label = models.CharField(_("where"), max_length=200, blank=True)
    round = models.PositiveSmallIntegerField(_("round"), default=0)
    table = models.CharField(_("table"), max_length=60, blank=True)
    # Empty for those whom nobody introduced, the house introduced, or somebody who has left since.
    introduced_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def where(self) -> Where:
        return Where(self.where_key, self.where_label, self.round, self.table, self.introduced_by_id)

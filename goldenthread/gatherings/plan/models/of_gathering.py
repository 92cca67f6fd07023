from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models

if TYPE_CHECKING:
    from typing import Self

    from goldenthread.gatherings.plan.models.gathering import Gathering

AnyRow = TypeVar("AnyRow", bound=models.Model, covariant=True)


class OfGatheringQuerySet(models.QuerySet[AnyRow]):
    """Questions about rows that are of one gathering, in whatever wing."""

    def of(self, gathering: Gathering) -> Self:
        return self.filter(gathering=gathering)

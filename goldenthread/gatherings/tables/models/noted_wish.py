from __future__ import annotations

from django.db import models

from goldenthread.gatherings.tables.models.wish import TableWish
from goldenthread.people.models import Person


class NotedWishQuerySet(models.QuerySet["NotedWish"]):
    """Questions about e-mails that are owed."""

    def of_those_who_answered(self) -> NotedWishQuerySet:
        """Who showed that the address is theirs. A convenor may have typed in a yes: that shows nothing."""
        theirs = self.filter(wish__booking__confirmed_at__isnull=False, wish__booking__person__email__isnull=False)
        return theirs.select_related("by", "wish__booking__gathering", "wish__booking__person").order_by("pk")


class NotedWish(models.Model):
    """That a convenor typed in a wish for somebody who had not answered, and that they are owed an e-mail about it once they
    have. Gone when it is written."""

    wish = models.OneToOneField(TableWish, models.CASCADE, related_name="noted")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")

    objects = NotedWishQuerySet.as_manager()

    def __str__(self) -> str:
        return "a noted wish"

from __future__ import annotations

from django.db import models

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.models.mix import Announcement


class TableChangeQuerySet(models.QuerySet["TableChange"]):
    """Questions about e-mails that are owed."""

    def with_booking(self) -> TableChangeQuerySet:
        return self.select_related("announcement", "booking__gathering", "booking__person").order_by("pk")


class TableChange(models.Model):
    """That somebody is owed an e-mail that they sit at another table since an announcement. Gone when it is written."""

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="changes")
    # Announced twice before it was written, it is one e-mail.
    booking = models.OneToOneField(Booking, models.CASCADE, related_name="table_change")

    objects = TableChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return "a table that changed"

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.state import State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Import(models.Model):
    """That a convenor brought in a list. Taking it back deletes the row; the journal remembers."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="imports")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    file = models.CharField(max_length=120)
    # Of the page with the button, so that a second press brings nothing a second time.
    once = models.CharField(max_length=40, unique=True)

    if TYPE_CHECKING:
        lines: RelatedManager[ImportedLine]

    def __str__(self) -> str:
        return self.file


class ImportedLine(models.Model):
    """That a line of an imported list became a booking, and how that stood then."""

    brought_by = models.ForeignKey(Import, models.CASCADE, related_name="lines")
    line = models.PositiveIntegerField()
    booking = models.OneToOneField(Booking, models.CASCADE, related_name="imported")
    stood = models.CharField(max_length=10, choices=State)

    def __str__(self) -> str:
        return f"{self.brought_by}, line {self.line}"

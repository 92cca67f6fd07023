from __future__ import annotations

from django.db import models

# What is kept of a booking and may have been told by somebody else than whoever has its address now.
TOLD = ("needs", "table_needs", "supporter", "line", "sectors", "role", "region", "moved_because", "names_before")
MOST_NAMES = 400


class Corrected(models.Model):
    """What a booking keeps of being corrected by others than its owner."""

    # Their turn on the waiting list, where a convenor changed it: it counts instead of their own number; and why.
    moved_to = models.PositiveBigIntegerField(null=True, blank=True)
    moved_because = models.CharField(max_length=200, blank=True)
    # A convenor gave it another address since: it counts, and whoever opens the booking is not shown it before they told it anew.
    told_elsewhere = models.BooleanField(default=False)
    # By which names they went here before, one a line: a wish may have been written with one of them.
    names_before = models.CharField(max_length=MOST_NAMES, blank=True)

    class Meta:
        abstract = True

    @property
    def turn(self) -> int:
        """Whose is smaller is offered a place first."""
        return self.moved_to or self.pk

    def was_called(self, *names: str) -> None:
        """The oldest go when there are too many."""
        lines = list(filter(None, dict.fromkeys([*self.names_before.splitlines(), *names])))
        while len("\n".join(lines)) > MOST_NAMES:
            lines.pop(0)
        self.names_before = "\n".join(lines)

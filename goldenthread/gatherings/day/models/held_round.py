from django.db import models

from goldenthread.gatherings.tables.models import Round


class HeldRound(models.Model):
    """That a round was held, and that who met in it was written down at this moment. Corrections after it are seen by it."""

    round = models.OneToOneField(Round, models.CASCADE, related_name="held")
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.round} was held"

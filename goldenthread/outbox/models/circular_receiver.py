from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.outbox.models.email import Email


class CircularReceiverQuerySet(models.QuerySet["CircularReceiver"]):
    """Questions about who still has to be written to."""

    def to_write(self) -> CircularReceiverQuerySet:
        return self.filter(written_at=None, circular__dispatch__isnull=False, circular__halt=None)


class CircularReceiver(models.Model):
    """That a circular is meant for somebody, and which e-mail came of it."""

    circular = models.ForeignKey("outbox.Circular", models.CASCADE, related_name="receivers")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    address = models.EmailField()
    name = models.CharField(max_length=80, blank=True)
    written_at = models.DateTimeField(null=True)
    # Whoever had refused such e-mails gets none.
    refused_at = models.DateTimeField(null=True)
    # It goes with its e-mail: once that is forgotten, so is that it was meant for somebody.
    letter = models.OneToOneField(Email, models.CASCADE, null=True, related_name="+")

    objects = CircularReceiverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circular", "address"], name="one_circular_reaches_one_address_once")
        ]
        indexes = [models.Index(fields=["circular"], condition=models.Q(written_at=None), name="circulars_to_write")]

    def __str__(self) -> str:
        return f"{self.circular} to {self.address}"

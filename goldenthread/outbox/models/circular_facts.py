"""What can be said of a letter to many: each fact is a row."""

from django.conf import settings
from django.db import models

from goldenthread.kit import clock


class CircularPreview(models.Model):
    """That its writer had a circular, as it is now, in their own mailbox."""

    circular = models.OneToOneField("outbox.Circular", models.CASCADE, related_name="preview")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.circular}, previewed"


class Dispatch(models.Model):
    """That a circular goes out: since when, and who said so."""

    circular = models.OneToOneField("outbox.Circular", models.CASCADE, related_name="dispatch")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.circular}, sent"


class Halt(models.Model):
    """That a circular was stopped on its way."""

    circular = models.OneToOneField("outbox.Circular", models.CASCADE, related_name="halt")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.circular}, stopped"

"""What can be said of an e-mail to many: each fact is a row."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.kit import clock

# Whoever convenes writes to everybody once or twice a week.
MOST_IN_A_DAY = 6
MUCH_SENT = _("You have already written to many people today. What you wrote is saved: please send it tomorrow.")


class MuchSent(Exception):
    """This person has written to many so often since yesterday that it has to wait."""


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

    @classmethod
    def begin(cls, circular: Any, *, by: Any) -> Dispatch:
        """Unless they sent so many lately, to whomever: not everybody on a list has asked to be written to."""
        lately = cls.objects.filter(by=by, at__gt=clock.now() - timedelta(days=1))
        if lately.count() >= MOST_IN_A_DAY:
            raise MuchSent
        return cls.objects.create(circular=circular, by=by)


class Halt(models.Model):
    """That a circular was stopped on its way."""

    circular = models.OneToOneField("outbox.Circular", models.CASCADE, related_name="halt")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.circular}, stopped"

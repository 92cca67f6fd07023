from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering


def a_lot() -> str:
    return secrets.token_urlsafe(16)


class ReflectionQuerySet(models.QuerySet["Reflection"]):
    """Questions about the wall. Always in the order of the keys, which were drawn by lot."""

    def on_the_wall(self) -> ReflectionQuerySet:
        return self.filter(is_read=True).order_by("pk")

    def unread(self) -> ReflectionQuerySet:
        return self.filter(is_read=False).order_by("pk")


class Reflection(models.Model):
    """One line for the wall. Who wrote it is kept nowhere, nor when; a host reads it before it shows."""

    id = models.CharField(max_length=40, primary_key=True, default=a_lot, editable=False)
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="reflections")
    words = models.CharField(_("Your line"), max_length=200)
    is_read = models.BooleanField(default=False)

    objects = ReflectionQuerySet.as_manager()

    def __str__(self) -> str:
        return self.words

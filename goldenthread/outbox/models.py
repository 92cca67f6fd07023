from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LetterQuerySet(models.QuerySet["Letter"]):
    """Questions about letters."""

    def to_go(self, now: datetime) -> LetterQuerySet:
        return self.filter(state=Letter.State.OWED, next_try_at__lte=now)

    def newest_first(self) -> LetterQuerySet:
        return self.order_by("-written_at", "-pk")


class Letter(models.Model):
    """One letter to one receiver: written in the transaction of the fact that it tells, sent afterwards."""

    class State(models.TextChoices):
        OWED = "owed", _("waiting to go")
        CLAIMED = "claimed", _("on its way")
        SENT = "sent", _("sent")
        HELD = "held", _("held")

    class Policy(models.TextChoices):
        """What to do when nobody can know whether it went (TRUST.md 3.4)."""

        AT_MOST_ONCE = "at_most_once", _("never twice: hold it")
        AT_LEAST_ONCE = "at_least_once", _("never lost: send it again, under the same Message-ID")

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="letters")
    address = models.EmailField()
    kind = models.CharField(max_length=40)
    policy = models.CharField(max_length=20, choices=Policy)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    state = models.CharField(max_length=10, choices=State, default=State.OWED)
    # On the house's clock: shown to people.
    written_at = models.DateTimeField()
    # On the real clock: when to try, when it went.
    next_try_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    held_because = models.CharField(max_length=200, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["next_try_at"], condition=Q(state="owed"), name="letters_to_go")]

    def __str__(self) -> str:
        return self.subject

    @property
    def message_id(self) -> str:
        """The same at every try, so that a mailbox can tell a second copy from a second letter."""
        host = urlsplit(settings.SITE_ADDRESS).hostname or "golden-thread.localhost"
        return f"<letter-{self.pk}@{host}>"

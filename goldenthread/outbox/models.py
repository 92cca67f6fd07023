from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# A worker that has not said how it went after this long has stopped in the middle.
A_CLAIM_LASTS = timedelta(minutes=10)


def new_message_id() -> str:
    """Random, not counted: a house restored from a backup counts the same numbers again, for other letters."""
    return f"<{uuid4().hex}@{urlsplit(settings.HOUSE_ADDRESS).hostname or 'localhost'}>"


class LetterQuerySet(models.QuerySet["Letter"]):
    """Questions about letters."""

    def of(self, person: Any) -> LetterQuerySet:
        """Every letter to this person, newest first."""
        return self.filter(to=person).newest_first()

    def newest_first(self) -> LetterQuerySet:
        return self.order_by("-written_at", "-pk")

    def to_go(self, now: datetime) -> LetterQuerySet:
        return self.filter(state=Letter.State.OWED, next_try_at__lte=now).order_by("next_try_at", "pk")

    def left_behind(self, now: datetime) -> LetterQuerySet:
        """Claimed by a worker that stopped before it could say how it went."""
        return self.filter(state=Letter.State.CLAIMED, claimed_at__lte=now - A_CLAIM_LASTS)

    def due_to_be_forgotten(self, now: datetime) -> LetterQuerySet:
        """Old enough to go, by the house's clock. What still has to go out is kept."""
        codes = Q(kind=Letter.CODE, written_at__lt=now - Letter.KEPT_FOR_CODES)
        return self.exclude(state=Letter.State.CLAIMED).filter(codes | Q(written_at__lt=now - Letter.KEPT_FOR))


class Letter(models.Model):
    """One letter to one receiver: written in the transaction of the fact that it tells, sent afterwards."""

    class State(models.TextChoices):
        OWED = "owed", _("waiting to go")
        CLAIMED = "claimed", _("on its way")
        SENT = "sent", _("sent")
        HELD = "held", _("held back")
        # In the sample house: nothing leaves it, everybody may read it.
        KEPT = "kept", _("kept in the post room")

    class Policy(models.TextChoices):
        """What to do when nobody can know whether it went (TRUST.md 3.4)."""

        AT_MOST_ONCE = "at_most_once", _("never twice: hold it")
        AT_LEAST_ONCE = "at_least_once", _("never lost: send it again, under the same Message-ID")

    # The kind of letter that is worthless, and slightly dangerous, once its ten minutes are over.
    CODE = "code"
    KEPT_FOR_CODES = timedelta(days=1)
    KEPT_FOR = timedelta(days=365)

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="letters")
    address = models.EmailField()
    kind = models.CharField(max_length=40)
    policy = models.CharField(max_length=20, choices=Policy)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    # Where its receiver can ask for fewer letters of this kind. Empty for those they asked for, such as a code.
    fewer_at = models.CharField(max_length=300, blank=True)
    # The same at every try, so that a mailbox can tell a second copy from a second letter.
    message_id = models.CharField(max_length=300, default=new_message_id, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.OWED)
    # On the house's clock: shown to people.
    written_at = models.DateTimeField()
    # On the real clock: when to try, when it went.
    next_try_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    # What a mail server said last, or why nothing more is tried.
    held_because = models.CharField(max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(state="owed"), name="letters_to_go"),
            models.Index(fields=["claimed_at"], condition=Q(state="claimed"), name="letters_left_behind"),
            models.Index(fields=["-written_at", "-id"], name="letters_newest_first"),
        ]

    def __str__(self) -> str:
        return self.subject

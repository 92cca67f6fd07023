from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.programme.models.session import Session
from goldenthread.gatherings.voices.models import Voice


class SessionVoiceQuerySet(models.QuerySet["SessionVoice"]):
    """Questions about who stands up."""

    def in_order(self) -> SessionVoiceQuerySet:
        return self.select_related("voice__person").order_by("number")


class SessionVoice(models.Model):
    """Who stands up in a session: a voice that brought it, or a name that a convenor typed in or a programme brought along."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="speakers")
    number = models.PositiveSmallIntegerField()
    voice = models.ForeignKey(Voice, models.CASCADE, null=True, blank=True, related_name="appearances")
    # Of somebody whom we know by no voice; empty otherwise.
    name = models.CharField(_("Name"), max_length=80, blank=True)

    objects = SessionVoiceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="a_speaker_has_their_number_to_themselves"),
            models.CheckConstraint(condition=Q(voice=None) | Q(name=""), name="a_speaker_is_a_voice_or_a_name"),
            models.UniqueConstraint(fields=["session", "voice"], name="a_voice_stands_up_in_a_session_once"),
        ]

    def __str__(self) -> str:
        return self.known_as

    @property
    def known_as(self) -> str:
        return self.voice.known_as if self.voice else self.name

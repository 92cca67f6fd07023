from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.voices.models.voice import Voice
from goldenthread.kit import clock
from goldenthread.kit.sealed import SealedTextField
from goldenthread.people.models import Person


class VoiceTerms(models.Model):
    """What one voice and the convenors agreed before the yes: a fee, expenses, who supports them. No reader ever sees it."""

    voice = models.OneToOneField(Voice, models.CASCADE, related_name="terms")
    fee = SealedTextField(_("Fee"), max_length=200, blank=True)
    expenses = SealedTextField(_("Expenses"), max_length=200, blank=True)
    supporter = SealedTextField(_("Who supports them on the day?"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    # That the voice said yes to exactly this. A change asks again.
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "voice terms"

    def __str__(self) -> str:
        return "what was agreed"

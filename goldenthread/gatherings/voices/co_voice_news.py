"""Whoever offered something hears who brings it with them, and who does not any more: once, when two hours have passed."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from goldenthread.gatherings.voices import voice_emails
from goldenthread.gatherings.voices.models import Voice
from goldenthread.gatherings.voices.offer_rules import first_of, goes_ahead

# A yes and a change of mind soon after are one e-mail.
QUIET = timedelta(hours=2)


def tell_of_co_voices(now: datetime) -> None:
    untold = Voice.objects.all().untold_to_the_first(now - QUIET).select_related("person", "contribution__gathering")
    for voice in untold.order_by("pk"):
        with transaction.atomic():
            # Another worker may have been quicker.
            same = Voice.objects.filter(pk=voice.pk, co_voice_told_at=voice.co_voice_told_at)
            if same.update(co_voice_told_at=now):
                _tell(voice, now)


def _tell(voice: Voice, now: datetime) -> None:
    first = first_of(voice.contribution)
    if first is None or first == voice or not goes_ahead(voice.contribution.gathering, now):
        return
    first.contribution = voice.contribution
    before = voice.co_voice_told_at
    is_new = before is None or bool(voice.yes_at and voice.yes_at > before)
    voice_emails.co_voice(first, about_whom=voice, is_new=is_new)

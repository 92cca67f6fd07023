"""Reminding those who have begun something that the call ends: once, and only while they could still send it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from goldenthread.gatherings.voices.call_in_words import until_in_words
from goldenthread.gatherings.voices.models import Call, Voice
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models.refusal import about

AHEAD = timedelta(days=3)


def remind_drafts_of(call: Call, now: datetime) -> None:
    """Whoever began in the last three days has just had an e-mail with the same link."""
    begins = call.ends_at - AHEAD
    if not call.is_open(now) or now < begins:
        return
    waiting = Voice.objects.to_remind(call.gathering, begins).select_related("contribution", "person")
    for voice in waiting.order_by("pk"):
        with transaction.atomic():
            mine = Voice.objects.to_remind(call.gathering, begins).filter(pk=voice.pk).update(reminded_at=now)
            if mine and voice.address:  # Another worker may have been quicker.
                _remind(voice, call)


def _remind(voice: Voice, call: Call) -> None:
    page = reverse("voices:contributions", args=[call.gathering.slug])
    with translation.override(voice.person.language if voice.person else voice.language), suppress(post.Refused):
        post.write(
            kind="call ends",
            to=voice.person,
            address=voice.address,
            template="voices/emails/call_ends",
            context={
                "name": voice.known_as,
                "gathering": call.gathering,
                "contribution": voice.contribution,
                "until": until_in_words(call),
                "mine": absolute(f"{page}{voice.key}/"),
                "why": _("You have begun to offer something there."),
                "about": about(call.gathering),
            },
        )

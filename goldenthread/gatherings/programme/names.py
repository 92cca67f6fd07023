"""The names in a programme, looked up whenever it is drawn: one that went is gone from every release."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.freezing import Content
from goldenthread.gatherings.programme.models import SessionVoice

# No more of anybody: what somebody needs for it is sealed, and slow to open.
VOICE = ("voice", "voice__name", "voice__yes_at", "voice__left_at", "voice__stepped_back_at")
PERSON = ("voice__person", "voice__person__name", "voice__person__chosen_name")
ASKED_FOR = ("name", *VOICE, *PERSON, "voice__contribution", "voice__contribution__withdrawn_at")


def names_in(gathering: Gathering, content: Content) -> Mapping[int, str]:
    """By the keys of speakers; whoever stepped back, left or never said yes is not among them. In one query."""
    if not any(session["speakers"] for session in content.get("sessions", [])):
        return {}
    speakers = SessionVoice.objects.filter(session__gathering=gathering).order_by("number", "pk")
    speakers = speakers.select_related("voice__person", "voice__contribution").only(*ASKED_FOR)
    return {speaker.pk: _named(speaker) for speaker in speakers if not speaker.voice or speaker.voice.is_in_it}


def _named(speaker: SessionVoice) -> str:
    # Whoever left, and lets what they brought stand, is named as this.
    return speaker.known_as or _("somebody who took part")

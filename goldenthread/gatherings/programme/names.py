"""The names in a programme, looked up whenever it is drawn: one that went is gone from every release."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.freezing import Content
from goldenthread.gatherings.programme.models import SessionVoice

STILL_IN_IT = Q(voice=None) | Q(
    voice__yes_at__isnull=False,
    voice__left_at=None,
    voice__stepped_back_at=None,
    voice__contribution__withdrawn_at=None,
)


def names_in(gathering: Gathering, content: Content) -> Mapping[int, str]:
    """By the keys of speakers; whoever stepped back, left or never said yes is not among them. In one query."""
    if not any(session["speakers"] for session in content.get("sessions", [])):
        return {}
    speakers = SessionVoice.objects.filter(STILL_IN_IT, session__gathering=gathering).select_related("voice__person")
    return {speaker.pk: _named(speaker) for speaker in speakers}


def _named(speaker: SessionVoice) -> str:
    # Whoever left, and lets what they brought stand, is named as this.
    return speaker.known_as or _("somebody who took part")

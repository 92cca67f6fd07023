"""The names in a programme, looked up whenever it is drawn: one that went is gone from every release."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import SessionVoice
from goldenthread.gatherings.voices.models import Voice
from goldenthread.mixing.sheet.names import as_spoken

PERSON = ("voice__person__chosen_name", "voice__person__name")


def names_in(gathering: Gathering) -> Mapping[int, str]:
    """By the keys of speakers; whoever stepped back, left or never said yes is not among them. In one query."""
    still = Q(voice=None) | Q(voice__in=Voice.objects.in_it())
    speakers = SessionVoice.objects.filter(still, session__gathering=gathering).order_by("number", "pk")
    # Plain values, for there may be a thousand of them: as `SessionVoice.known_as` and `Voice.known_as` say it.
    rows = speakers.values_list("pk", "name", "voice__name", *PERSON)
    return {pk: _known_as(typed, offered, chosen, name) for pk, typed, offered, chosen, name in rows}


def _known_as(typed: str, offered: str | None, chosen: str | None, name: str | None) -> str:
    spoken = typed or chosen or as_spoken(name or offered or "")
    # Whoever left, and lets what they brought stand, is named as this.
    return spoken or _("somebody who took part")

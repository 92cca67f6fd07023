"""The names in a programme, looked up whenever it is drawn: one that went is gone from every release."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.freezing import Content
from goldenthread.gatherings.programme.models import SessionVoice
from goldenthread.gatherings.programme.spans import wall_span
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit.composed_once import ComposedOnce
from goldenthread.mixing.sheet.names import as_spoken

PERSON = ("voice__person__chosen_name", "voice__person__name")


def names_in(gathering: Gathering, read_content: Callable[[], Content]) -> Mapping[int, str]:
    """By the keys of speakers; whoever stepped back, left or never said yes is not among them. Who held it and has left this site
    since is "a participant". In one query; the content is read only where somebody has left."""
    rows = SPEAKERS.ask(gathering.pk)
    held = _first_ends(gathering, read_content()) if any(left_at for _pk, left_at, *_names in rows) else {}
    return {
        pk: _known_as(*names) for pk, left_at, *names in rows if left_at is None or (pk in held and held[pk] <= left_at)
    }


def _speakers(gathering: int) -> QuerySet[SessionVoice, tuple[Any, ...]]:
    """Plain values, for there may be a thousand of them: as `SessionVoice.known_as` and `Voice.known_as` say it."""
    named = Q(voice=None) | Q(voice__in=Voice.objects.in_it()) | Q(voice__in=Voice.objects.forgotten())
    speakers = SessionVoice.objects.filter(named, session__gathering=gathering).order_by("number", "pk")
    return speakers.values_list("pk", "voice__left_at", "name", "voice__name", *PERSON)


# No gathering has this key.
SPEAKERS = ComposedOnce(_speakers, -1)


def _first_ends(gathering: Gathering, content: Content) -> dict[int, datetime]:
    """When each speaker had held their session for the first time."""
    sessions, ends = {session["uid"]: session for session in content["sessions"]}, dict[int, datetime]()
    for placing in content["placings"]:
        session = sessions[placing["uid"]]
        day, at = date.fromisoformat(placing["day"]), time.fromisoformat(placing["from"])
        how = {"minutes": session["minutes"], "is_second_hour": placing["second_hour"]}
        end = wall_span(day, at, gathering.zone, **how).ends_at
        ends |= {key: min(end, ends.get(key, end)) for key in session["speakers"]}
    return ends


def _known_as(typed: str, offered: str | None, chosen: str | None, name: str | None) -> str:
    return typed or chosen or as_spoken(name or offered or "") or _("a participant")

"""Why a session found no place: how far any hour came before something stood in its way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from goldenthread.gatherings.programme.drafting_hours import stretches
from goldenthread.gatherings.programme.drafting_input import QUARTER, ToPlace, keys_of
from goldenthread.gatherings.programme.loaded import LoadedProgramme, LoadedRoom, Speaker
from goldenthread.gatherings.programme.spans import Span

if TYPE_CHECKING:
    from goldenthread.gatherings.programme.models.draft_run import NoPlace


@dataclass(frozen=True)
class Taken:
    """That a room is taken for a while, and by those with these keys (`keys_of`)."""

    span: Span
    room: int | None
    keys: frozenset[str]


def why_not(programme: LoadedProgramme, candidate: ToPlace, taken: Sequence[Taken]) -> NoPlace:
    """The last of: so long a while, with all voices, with an open room, with a free room, with nobody in another session."""
    spans = _spans(programme, candidate.session.minutes)
    if not spans:
        return {"session": candidate.session.pk, "what": "long"}
    present = [span for span in spans if not _absent(candidate, span)]
    absent = sorted({voice.pk for span in spans for voice in _absent(candidate, span)})
    if not present:
        return {"session": candidate.session.pk, "what": "away", "speakers": absent}
    open_rooms = [(span, room) for span in present for room in programme.rooms if not _meets(span, room.closures)]
    if not open_rooms:
        return {"session": candidate.session.pk, "what": "closed"}
    free = [(span, room) for span, room in open_rooms if not _is_taken(span, room, taken)]
    if not free:
        return _full(candidate, spans, present, absent)
    busy = [
        voice
        for voice in candidate.session.voices
        if all(_is_busy(voice, span, programme, taken) for span, _room in free)
    ]
    if busy:
        return {"session": candidate.session.pk, "what": "elsewhere", "speakers": [voice.pk for voice in busy]}
    return {"session": candidate.session.pk, "what": "unfound"}


def _spans(programme: LoadedProgramme, minutes: int) -> list[Span]:
    """All that it could take if nothing else were there."""
    spans, length, step = [], timedelta(minutes=minutes), timedelta(minutes=QUARTER)
    for part in stretches(programme):
        begins = part.starts_at
        while begins + length <= part.ends_at:
            spans.append(Span(begins, begins + length))
            begins += step
    return spans


def _full(candidate: ToPlace, spans: list[Span], present: list[Span], absent: list[int]) -> NoPlace:
    """No room is free: at all, or after or before somebody is there."""
    if not absent:
        return {"session": candidate.session.pk, "what": "full"}
    away = [span for span in spans if span not in present]
    first, last = min(present), max(present)
    what, hour = "full_then", ""
    if len(absent) == 1 and max(away) < first:
        what, hour = "full_after", _hour(_edge(candidate, absent[0], after=True))
    elif len(absent) == 1 and min(away) > last:
        what, hour = "full_before", _hour(_edge(candidate, absent[0], after=False))
    return {"session": candidate.session.pk, "what": what, "speakers": absent, "hour": hour}


def _edge(candidate: ToPlace, speaker: int, *, after: bool) -> datetime:
    away = next(voice.away for voice in candidate.session.voices if voice.pk == speaker)
    return max(span.ends_at for span in away) if after else min(span.starts_at for span in away)


def _hour(moment: datetime) -> str:
    return moment.isoformat()


def _absent(candidate: ToPlace, span: Span) -> list[Speaker]:
    return [voice for voice in candidate.session.voices if _meets(span, voice.away)]


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(other.meets(span) for other in others)


def _is_taken(span: Span, room: LoadedRoom, taken: Sequence[Taken]) -> bool:
    return any(other.room == room.pk and other.span.meets(span) for other in taken)


def _is_busy(voice: Speaker, span: Span, programme: LoadedProgramme, taken: Sequence[Taken]) -> bool:
    keys = keys_of(voice, programme)
    return any(other.keys & keys and other.span.meets(span) for other in taken)

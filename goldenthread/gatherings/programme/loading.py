"""A whole programme as plain values: rooms, sessions, who stands up, who is away, and what is where. Six queries, whatever its size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.loaded import (
    LoadedPlacing,
    LoadedProgramme,
    LoadedRoom,
    LoadedRound,
    LoadedSession,
    Speaker,
)
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session, SessionVoice
from goldenthread.gatherings.programme.spans import Span, wall_span
from goldenthread.gatherings.tables.models import Round
from goldenthread.gatherings.voices.models import Contribution, DecisionAnswer, Voice, VoiceAbsence


def programme_of(gathering: Gathering) -> LoadedProgramme:
    rooms, sessions = _rooms_of(gathering), _sessions_of(gathering)
    placings = sorted(_placings_of(gathering, rooms, sessions), key=_as_the_day_goes)
    timed = Round.objects.filter(arrangement__gathering=gathering, starts_at__isnull=False).order_by("number")
    rounds = [LoadedRound(str(row), Span(row.starts_at, row.ends_at)) for row in timed if row.starts_at and row.ends_at]
    return LoadedProgramme(gathering, tuple(rooms.values()), tuple(sessions.values()), tuple(placings), tuple(rounds))


def _rooms_of(gathering: Gathering) -> dict[int, LoadedRoom]:
    columns = ("pk", "number", "name", "capacity", "step_free", "hearing_loop", "words")
    rows = ProgrammeRoom.objects.of(gathering).order_by("number", "closures__starts_at", "closures__pk")
    closures: defaultdict[int, list[Span]] = defaultdict(list)
    rooms = {}
    # With each of its closures, or once without one.
    for *room, starts_at, ends_at in rows.values_list(*columns, "closures__starts_at", "closures__ends_at"):
        rooms[room[0]] = LoadedRoom(*room)
        if starts_at:
            closures[room[0]].append(Span(starts_at, ends_at))
    return {pk: replace(room, closures=tuple(closures[pk])) for pk, room in rooms.items()}


def _sessions_of(gathering: Gathering) -> dict[int, LoadedSession]:
    speakers = _speakers_of(gathering)
    rows = Session.objects.of(gathering).select_related("contribution__decision").order_by("pk")
    return {
        row.pk: LoadedSession(
            pk=row.pk,
            uid=row.uid,
            kind=row.kind,
            title=row.title,
            words=row.words,
            minutes=row.minutes,
            most_people=row.most_people,
            contribution=row.contribution_id,
            withdrawn_at=row.contribution.withdrawn_at if row.contribution else None,
            is_turned_down=bool(row.contribution and _is_turned_down(row.contribution)),
            speakers=tuple(speakers[row.pk]),
        )
        for row in rows
    }


def _is_turned_down(contribution: Contribution) -> bool:
    return hasattr(contribution, "decision") and contribution.decision.answer != DecisionAnswer.IN


def _speakers_of(gathering: Gathering) -> defaultdict[int, list[Speaker]]:
    # Who says it about one thing that they bring is not there for another either.
    away: defaultdict[str, list[Span]] = defaultdict(list)
    absences = VoiceAbsence.objects.filter(voice__contribution__gathering=gathering).select_related("voice__person")
    for absence in absences.order_by("starts_at", "pk"):
        away[_who(absence.voice)].append(Span(absence.starts_at, absence.ends_at))
    speakers: defaultdict[int, list[Speaker]] = defaultdict(list)
    rows = SessionVoice.objects.filter(session__gathering=gathering).select_related("voice__person")
    for row in rows.order_by("session", "number"):
        speakers[row.session_id].append(_speaker(row, away))
    return speakers


def _speaker(row: SessionVoice, away: defaultdict[str, list[Span]]) -> Speaker:
    voice = row.voice
    if voice is None:
        return Speaker(row.pk, None, None, row.name)
    return Speaker(
        pk=row.pk,
        voice=voice.pk,
        person=voice.person_id,
        name=voice.known_as,
        address=voice.address.lower(),
        away=tuple(away[_who(voice)]),
        gone_at=voice.left_at or voice.stepped_back_at,
        is_forgotten=bool(voice.left_at and not (voice.person_id or voice.name or voice.email)),
    )


def _who(voice: Voice) -> str:
    return voice.address.lower() or f"voice {voice.pk}"


def _placings_of(
    gathering: Gathering, rooms: dict[int, LoadedRoom], sessions: dict[int, LoadedSession]
) -> Iterator[LoadedPlacing]:
    zone = gathering.zone
    for row in Placing.objects.of(gathering).order_by("pk"):
        session, room = sessions[row.session_id], rooms.get(row.room_id or 0)
        yield LoadedPlacing(
            pk=row.pk,
            number=row.number,
            session=session,
            room=room,
            day=row.day,
            from_time=row.from_time,
            is_second_hour=row.is_second_hour,
            is_pinned=row.is_pinned,
            version=row.version,
            zone=zone,
            span=wall_span(row.day, row.from_time, zone, minutes=session.minutes, is_second_hour=row.is_second_hour),
            put_at=row.at,
        )


def _as_the_day_goes(placing: LoadedPlacing) -> tuple[datetime, int, int]:
    return placing.span.starts_at, placing.room.number if placing.room else 0, placing.pk

"""What is printed, from the draft or from what everybody goes by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import Release, SessionKind, SessionVoice
from goldenthread.gatherings.programme.printed_programme import PaperProgramme, PaperRoom, PaperSession


def drafted(gathering: Gathering) -> PaperProgramme:
    """As it stands now, for those who make it."""
    programme = programme_of(gathering)
    sessions = [
        PaperSession(
            key=placing.pk,
            title=placing.session.title,
            names=", ".join(speaker.name for speaker in placing.session.voices),
            room=placing.room.name if placing.room else "",
            starts_at=placing.starts_at,
            ends_at=placing.ends_at,
            is_for_everybody=placing.session.is_for_everybody,
            room_number=placing.room.number if placing.room else 0,
        )
        for placing in programme.placings
    ]
    rooms = (_room(room.name, room.words, room.step_free, room.hearing_loop) for room in programme.rooms)
    return PaperProgramme(tuple(rooms), tuple(sessions), version="", is_draft=True)


def shown(gathering: Gathering, now: datetime) -> PaperProgramme | None:
    """What everybody goes by, with the names of today; None before it was shown."""
    release = Release.objects.newest_of(gathering, now)
    if release is None:
        return None
    rooms = {room["key"]: room for room in release.content.get("rooms", [])}
    sessions = {session["uid"]: session for session in release.content.get("sessions", [])}
    names = _names(gathering) if sessions else {}
    held = [
        _held(gathering, placing, sessions[placing["uid"]], rooms.get(placing["room"]), names)
        for placing in release.content.get("placings", [])
    ]
    in_words = (_room(room["name"], room["words"], room["step_free"], room["hearing_loop"]) for room in rooms.values())
    version = _("version %(n)s") % {"n": release.number}
    return PaperProgramme(tuple(in_words), tuple(held), version=version, is_draft=False)


def _held(
    gathering: Gathering,
    placing: Mapping[str, Any],
    session: Mapping[str, Any],
    room: Mapping[str, Any] | None,
    names: Mapping[int, str],
) -> PaperSession:
    wall = datetime.combine(date.fromisoformat(placing["day"]), time.fromisoformat(placing["from"]), gathering.zone)
    starts_at = wall.replace(fold=int(placing["second_hour"]))
    # So many minutes later as they pass, also where the clock changes between.
    ends_at = (starts_at.astimezone(UTC) + timedelta(minutes=session["minutes"])).astimezone(gathering.zone)
    return PaperSession(
        key=placing["key"],
        title=session["title"],
        names=", ".join(names[key] for key in session["speakers"] if key in names),
        room=room["name"] if room else "",
        starts_at=starts_at,
        ends_at=ends_at,
        is_for_everybody=session["kind"] != SessionKind.CONTRIBUTION,
        room_number=room["number"] if room else 0,
    )


def _names(gathering: Gathering) -> dict[int, str]:
    """Of those who stay, as they go by today."""
    rows = SessionVoice.objects.filter(session__gathering=gathering).select_related("voice__person")
    return {
        row.pk: row.known_as for row in rows if not (row.voice and (row.voice.left_at or row.voice.stepped_back_at))
    }


def _room(name: str, words: str, step_free: bool | None, hearing_loop: bool | None) -> PaperRoom:  # noqa: FBT001
    known = [
        (step_free, _("step-free"), _("not step-free")),
        (hearing_loop, _("hearing loop"), _("no hearing loop")),
    ]
    access = [yes if there_is else no for there_is, yes, no in known if there_is is not None]
    return PaperRoom(name, " · ".join(filter(None, [words, *access])))

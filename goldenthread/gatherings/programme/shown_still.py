"""What everybody reads in the programme, though those who bring it took it back or all stepped back: convenors put it right."""

from __future__ import annotations

from datetime import datetime

from goldenthread.gatherings.programme.loaded import LoadedProgramme, LoadedSession
from goldenthread.gatherings.programme.models import Release


def shown_still(programme: LoadedProgramme, now: datetime) -> list[LoadedSession]:
    gone = [session for session in programme.sessions if session.contribution and _is_gone(session)]
    shown = Release.objects.newest_of(programme.gathering, now) if gone else None
    uids = {session["uid"] for session in shown.content["sessions"]} if shown else set()
    return [session for session in gone if str(session.uid) in uids]


def _is_gone(session: LoadedSession) -> bool:
    return session.is_withdrawn or bool(session.speakers and not session.voices)

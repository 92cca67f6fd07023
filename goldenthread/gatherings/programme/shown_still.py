"""What everybody reads in the programme, though those who bring it took it back or all stepped back: convenors put it right."""

from __future__ import annotations

from datetime import datetime

from goldenthread.gatherings.programme.loaded import LoadedProgramme, LoadedSession
from goldenthread.gatherings.programme.models import Release


def shown_still(programme: LoadedProgramme, now: datetime) -> list[LoadedSession]:
    """Not what had been held before: the next version shows that, too."""
    held = {placing.session.pk for placing in programme.placings if not placing.lost_before(placing.session.gone_at)}
    gone = [session for session in programme.sessions if session.contribution and session.gone_at]
    gone = [session for session in gone if session.pk not in held]
    shown = Release.objects.newest_of(programme.gathering, now) if gone else None
    uids = {session["uid"] for session in shown.content["sessions"]} if shown else set()
    return [session for session in gone if str(session.uid) in uids]

"""What is printed, from the draft or from what everybody reads."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.printed_programme import PaperProgramme, PaperRoom, PaperSession
from goldenthread.gatherings.programme.public import public_programme
from goldenthread.gatherings.programme.public_parts import PublicPlacing


def drafted(gathering: Gathering) -> PaperProgramme:
    """As it stands now, for those who make it."""
    programme = programme_of(gathering)
    sessions = [
        PaperSession(
            key=placing.pk,
            title=placing.session.title,
            names=placing.names,
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
    """What everybody reads, with the names of today; None before it was shown."""
    programme = public_programme(gathering, now)
    if programme is None:
        return None
    rooms = (_room(room.name, room.words, room.step_free, room.hearing_loop) for room in programme.rooms)
    version = (_("draft %(n)s") if programme.is_draft else _("version %(n)s")) % {"n": programme.number}
    held = tuple(_held(placing) for placing in programme.placings)
    return PaperProgramme(tuple(rooms), held, version=version, is_draft=programme.is_draft)


def _held(placing: PublicPlacing) -> PaperSession:
    return PaperSession(
        key=placing.key,
        title=placing.session.title,
        names=placing.session.names,
        room=placing.room.name if placing.room else "",
        starts_at=placing.starts_at,
        ends_at=placing.ends_at,
        is_for_everybody=placing.session.is_for_everybody,
        room_number=placing.room.number if placing.room else 0,
    )


def _room(name: str, words: str, step_free: bool | None, hearing_loop: bool | None) -> PaperRoom:  # noqa: FBT001
    known = [
        (step_free, _("step-free"), _("not step-free")),
        (hearing_loop, _("hearing loop"), _("no hearing loop")),
    ]
    access = [yes if there_is else no for there_is, yes, no in known if there_is is not None]
    return PaperRoom(name, " · ".join(filter(None, [words, *access])))

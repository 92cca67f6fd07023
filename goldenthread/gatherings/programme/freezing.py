"""The draft as it stands, as a release keeps it: data without names, and without what nobody may know of yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session, SessionVoice
from goldenthread.gatherings.voices.models import Contribution, Decision, DecisionAnswer, Voice

Content = dict[str, Any]


@dataclass(frozen=True)
class LeftOutSession:
    """That a session of the draft is not shown, and why. For convenors alone: a reason may be a decision that is held back."""

    session: Session
    reason: str


@dataclass(frozen=True)
class Frozen:
    """What a release of the draft would show, what it would leave out, and what has an hour and no answer of its voices yet."""

    content: Content
    left_out: list[LeftOutSession]
    unanswered: list[Session]


def freeze(gathering: Gathering, *, shown: Collection[str] = ()) -> Frozen:
    """In six queries, however long the day. `shown` are the uids of what everybody sees already."""
    sessions = list(_draft_of(gathering))
    reasons = {session.pk: _why_left_out(session, is_shown=str(session.uid) in shown) for session in sessions}
    kept = [session for session in sessions if not reasons[session.pk]]
    left_out = [LeftOutSession(session, reasons[session.pk]) for session in sessions if reasons[session.pk]]
    content = {
        "rooms": [_room(room) for room in ProgrammeRoom.objects.of(gathering).order_by("number", "pk")],
        "sessions": [_session(session) for session in kept],
        "placings": [_placing(placing) for session in kept for placing in session.placings.all()],
    }
    return Frozen(content, left_out, [session for session in kept if _is_unanswered(session)])


def _draft_of(gathering: Gathering) -> Any:
    voices = Prefetch("contribution__voices", queryset=Voice.objects.order_by("number", "pk"))
    speakers = Prefetch("speakers", queryset=SessionVoice.objects.order_by("number", "pk"))
    placings = Prefetch("placings", queryset=Placing.objects.order_by("number"))
    drafted = Session.objects.of(gathering).select_related("contribution__decision", "gathering").order_by("pk")
    return drafted.prefetch_related(voices, speakers, placings)


def _why_left_out(session: Session, *, is_shown: bool) -> str:
    """Empty if it is shown."""
    if session.contribution and (reason := _why_not_yet(session, session.contribution, is_shown=is_shown)):
        return reason
    return "" if session.placings.all() else _("It has no hour yet.")


def _why_not_yet(session: Session, contribution: Contribution, *, is_shown: bool) -> str:
    decision: Decision | None = getattr(contribution, "decision", None)
    was_held = _was_held_before(session, _gone_at(contribution))
    if contribution.withdrawn_at and not was_held:
        return _("It was taken back.")
    if decision is None:
        return _("Nothing is decided about it yet.")
    if decision.telling_id is None:
        # Decided anew, what is shown stays until that is told: a session that vanished would tell it.
        return "" if is_shown else _("The decision about it is held back: tell everybody first.")
    if decision.answer != DecisionAnswer.IN:
        return _("It is not in.")
    return "" if was_held or _staying(contribution) else _("Everybody who wanted to bring it has stepped back.")


def _gone_at(contribution: Contribution) -> datetime | None:
    """Since when nobody brings it."""
    gone = [voice.left_at or voice.stepped_back_at for voice in contribution.voices.all()]
    last = max((at for at in gone if at), default=None)
    return contribution.withdrawn_at or (None if _staying(contribution) else last)


def _was_held_before(session: Session, gone_at: datetime | None) -> bool:
    """It happened, whoever leaves later. What came to stand in the past only afterwards, with a day that moved, did not."""
    return bool(gone_at and any(max(placing.ends_at, placing.at) <= gone_at for placing in session.placings.all()))


def _staying(contribution: Contribution) -> list[Voice]:
    """Once somebody has gone, without those who were only asked: a question that nobody has answered brings nothing."""
    voices = list(contribution.voices.all())
    staying = [voice for voice in voices if not (voice.left_at or voice.stepped_back_at)]
    return [voice for voice in staying if voice.yes_at or len(staying) == len(voices)]


def _is_unanswered(session: Session) -> bool:
    voices = _staying(session.contribution) if session.contribution else []
    return bool(voices) and not any(voice.accepted_at for voice in voices)


def _room(room: ProgrammeRoom) -> Content:
    return {
        "key": room.pk,
        "number": room.number,
        "name": room.name,
        "capacity": room.capacity,
        "step_free": room.step_free,
        "hearing_loop": room.hearing_loop,
        "words": room.words,
    }


def _session(session: Session) -> Content:
    return {
        "uid": str(session.uid),
        "kind": session.kind,
        "title": session.title,
        "words": session.words,
        "minutes": session.minutes,
        "most_people": session.most_people,
        "speakers": [speaker.pk for speaker in session.speakers.all()],
    }


def _placing(placing: Placing) -> Content:
    return {
        "key": placing.pk,
        "uid": str(placing.session.uid),
        "number": placing.number,
        "day": placing.day.isoformat(),
        "from": placing.from_time.isoformat("minutes"),
        "second_hour": placing.is_second_hour,
        "room": placing.room_id,
    }

"""Sessions come to be: from what people bring, or as convenors think of them; and rooms, in which they are held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from goldenthread.gatherings.programme.models import (
    ImportedSession,
    PlacingChange,
    Release,
    Session,
    SessionVoice,
    VoiceNews,
)
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.people.models import Person

USUAL_MINUTES = 45


@transaction.atomic
def session_from(contribution: Contribution, *, by: Person) -> Session:
    """What somebody brings becomes a session, once, with those who have said that they are in it."""
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    existing = Session.objects.filter(contribution=contribution).first()
    if existing:
        return existing
    kind = contribution.kind
    session = Session.objects.create(
        gathering=contribution.gathering,
        contribution=contribution,
        title=contribution.title,
        words=contribution.words,
        minutes=contribution.minutes or (kind.minutes if kind else USUAL_MINUTES),
        most_people=kind.most_people if kind else None,
    )
    take_over_voices(session)
    note(by, "worked on the programme", contribution.gathering)
    return session


def voices_of(contribution: Contribution) -> list[Voice]:
    """Those who are in it. Somebody who was only asked is named nowhere before their yes."""
    voices = Voice.objects.that_stay().filter(contribution=contribution, yes_at__isnull=False, stepped_back_at=None)
    return list(voices.in_order())


@transaction.atomic
def take_over_voices(session: Session) -> None:
    """Who stands up in it is who brings it now. Whoever stays keeps their row: versions that were shown name people by it."""
    if session.contribution is None:
        return
    voices = voices_of(session.contribution)
    session.speakers.filter(voice__isnull=False).exclude(voice__in=voices).delete()
    standing = {speaker.voice_id for speaker in session.speakers.all()}
    _append(session, [SessionVoice(voice=voice) for voice in voices if voice.pk not in standing])


@transaction.atomic
def name_who_joined(voice: Voice, session: Session) -> None:
    """Beside those who stand up in it already. Two workers at once name them once."""
    Session.objects.select_for_update().get(pk=session.pk)
    if not session.speakers.filter(voice=voice).exists():
        _append(session, [SessionVoice(voice=voice)])


def has_other_voices(session: Session) -> bool:
    """Somebody joined it or left it since."""
    if session.contribution is None:
        return False
    standing = {speaker.voice_id for speaker in session.speakers.all() if speaker.voice_id}
    return standing != {voice.pk for voice in voices_of(session.contribution)}


@transaction.atomic
def save_session(session: Session, names: Sequence[str], *, by: Person) -> None:
    """As a convenor wrote it. The names are of those whom we know by no voice."""
    session.save()
    session.speakers.filter(voice=None).exclude(name__in=names).delete()
    standing = {speaker.name for speaker in session.speakers.filter(voice=None)}
    _append(session, [SessionVoice(name=name) for name in dict.fromkeys(names) if name not in standing])
    note(by, "worked on the programme", session.gathering)


@transaction.atomic
def remove_session(session: Session, *, by: Person) -> None:
    """What somebody brought waits for an hour again. Who was told of the session hears that it is gone when that is shown."""
    gathering = session.gathering
    for news in VoiceNews.objects.filter(voice__appearances__session=session).distinct():
        news.remember(session.speakers.filter(voice=news.voice_id).values_list("pk", flat=True))
    if Release.objects.of(gathering).that_show(session.uid).exists():
        _take_out(session, clock.now())
    else:
        session.delete()
    note(by, "worked on the programme", gathering)


def _take_out(session: Session, now: datetime) -> None:
    """Of the draft alone. What people read, and have in it, stays until a release shows the programme without it."""
    session.placings.update(taken_out_at=now, room=None, is_pinned=False)
    PlacingChange.objects.filter(session=session).delete()
    ImportedSession.objects.filter(session=session).delete()
    Session.objects.filter(pk=session.pk).update(removed_at=now, contribution=None)


def _append(session: Session, speakers: Sequence[SessionVoice]) -> None:
    last = session.speakers.aggregate(last=Max("number"))["last"] or 0
    for number, speaker in enumerate(speakers, start=last + 1):
        speaker.session, speaker.number = session, number
    SessionVoice.objects.bulk_create(speakers)

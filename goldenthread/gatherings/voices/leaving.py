"""When somebody leaves, or is to be forgotten: their name and their address go, and what they alone had brought goes with them."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.gatherings.voices.above import RoomAboveVoices
from goldenthread.gatherings.voices.models import (
    CallAnswer,
    Contribution,
    HelpAsked,
    Voice,
    VoiceAbsence,
    VoiceTerms,
)
from goldenthread.gatherings.voices.models.voice import a_key
from goldenthread.gatherings.voices.models.voice_queryset import VoiceQuerySet
from goldenthread.kit import clock, wishes
from goldenthread.kit.registry import rooms
from goldenthread.people.leaving import forget_everywhere
from goldenthread.people.models import Person


def forget_theirs(person: Person | None, address: str) -> list[str]:
    """Also what somebody else typed in with their address."""
    theirs = (Q(person=person) if person else Q(pk=None)) | (Q(email=address.lower()) if address else Q(pk=None))
    return forget(Voice.objects.filter(theirs))


def forget(voices: VoiceQuerySet) -> list[str]:
    """A session that was held goes on naming somebody behind it, and not who: an empty voice stays for it. Its words go from the
    programme, too, unless somebody else still brings them."""
    now, marks = clock.now(), []
    for voice in voices.select_related("contribution").order_by("contribution_id", "pk"):
        marks.append(mark_of(voice))
        HelpAsked.objects.filter(voice=voice).delete()
        VoiceAbsence.objects.filter(voice=voice).delete()
        VoiceTerms.objects.filter(voice=voice).delete()
        nobody = {"person": None, "name": "", "email": "", "typed_in_by": None, "unproved_since": None}
        Voice.objects.filter(pk=voice.pk).update(key=a_key(), left_at=voice.left_at or now, **nobody)
        if not voice.contribution.voices.that_stay().proved().exists():
            _forget_what_they_brought(voice.contribution)
    return marks


def _forget_what_they_brought(contribution: Contribution) -> None:
    if contribution.sent_at is None:
        contribution.delete()
        return
    # Whoever was only asked has nothing left to answer.
    contribution.voices.that_stay().filter(yes_at=None).delete()
    contribution.versions.all().delete()
    contribution.answers.all().delete()
    contribution.readings.all().delete()
    CallAnswer.objects.filter(contribution=contribution).delete()
    for wing in rooms(RoomAboveVoices):
        wing.forget_contribution(contribution)
    Contribution.objects.filter(pk=contribution.pk).update(
        title="", words="", words_for_readers="", needs="", withdrawn_at=contribution.withdrawn_at or clock.now()
    )


def mark_of(voice: Voice) -> str:
    """For a house that is brought back from an older backup."""
    return wishes.unreadable(f"voice {voice.pk} {voice.key}")


def forget_again(marks: set[str]) -> None:
    """Nothing is written down: it stands in the book of wishes already."""
    for voice in Voice.objects.iterator():
        if mark_of(voice) in marks:
            forget_everywhere(None, voice.email)
            forget(Voice.objects.filter(pk=voice.pk))

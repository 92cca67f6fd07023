"""Who stands behind what is brought: each of them says yes for themselves, and may leave without ending it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from goldenthread.gatherings.voices import departure_emails, voice_emails
from goldenthread.gatherings.voices.answering_decisions import known_decision
from goldenthread.gatherings.voices.bringing_back import take_back
from goldenthread.gatherings.voices.models import Contribution, Reading, Voice
from goldenthread.gatherings.voices.offer_rules import may_answer, may_change, may_remove
from goldenthread.gatherings.voices.offering import NotNow, send
from goldenthread.people.models import Person


class IsInIt(Exception):
    """This address stands behind it already, or was asked."""


@transaction.atomic
def ask_another(voice: Voice, *, name: str, email: str, now: datetime) -> Voice:
    """One e-mail, to whoever has this address. Until they say yes, they are named to nobody else."""
    contribution = Contribution.objects.select_for_update().select_related("gathering").get(pk=voice.contribution_id)
    if not may_change(contribution, now):
        raise NotNow
    last: int = contribution.voices.aggregate(last=Max("number"))["last"]
    co_voice = Voice(
        contribution=contribution, number=last + 1, name=name, email=email, language=voice.language, at=now
    )
    try:
        with transaction.atomic():
            co_voice.save()
    except IntegrityError as twice:
        raise IsInIt from twice
    voice_emails.asked_to_join(co_voice, by=voice)
    return co_voice


@transaction.atomic
def say_yes(voice: Voice, *, now: datetime) -> None:
    """It is theirs: the address has proved to be, and what a stranger had pressed is sent now."""
    if not may_answer(voice, now):
        raise NotNow
    voice.person = voice.person or _whose(voice)
    # Whoever comes back says yes anew: the others hear of it as of the first one.
    voice.yes_at = now if voice.left_at else voice.yes_at or now
    voice.unproved_since = voice.left_at = voice.departure_told_at = None
    voice.save(update_fields=["person", "yes_at", "unproved_since", "left_at", "departure_told_at"])
    # What somebody wrote about it before they were one of those who bring it does not count.
    Reading.objects.filter(contribution=voice.contribution, reader=voice.person).delete()
    if voice.contribution.is_draft and voice.contribution.pressed_at:
        with suppress(NotNow):
            send(voice.contribution, now=now, by=voice.person)


def _whose(voice: Voice) -> Person | None:
    """Whoever goes by this address; a newcomer becomes somebody here, and a member only when they join."""
    if not voice.email:
        return None
    person = Person.objects.with_address(voice.email, name=voice.name, language=voice.language)
    is_in_it = voice.contribution.voices.that_stay().filter(person=person).exclude(pk=voice.pk).exists()
    return None if is_in_it else person


@transaction.atomic
def leave(voice: Voice, *, now: datetime) -> None:
    """Without ending it for the others. When the last one leaves, nobody brings it any more. A yes undoes it."""
    if not Voice.objects.filter(pk=voice.pk, left_at=None).update(left_at=now):
        return
    voice.left_at = now
    if not voice.contribution.voices.that_stay().proved().exists() and voice.yes_at:
        take_back(voice, now=now)


@transaction.atomic
def remove(voice: Voice, other: Voice) -> None:
    """Their link opens nothing any more, and nothing of them is kept. Whoever had said yes hears of it."""
    if not may_remove(voice, other):
        raise NotNow
    if other.yes_at:
        voice_emails.taken_out(other, by=voice)
        _tell_the_convenors(other)
    other.delete()


def _tell_the_convenors(other: Voice) -> None:
    """Where it is in, and everybody knows: they counted on both. Who had stepped back before is no news."""
    decision = known_decision(other.contribution)
    if decision and decision.is_in and not other.stepped_back_at:
        departure_emails.taken_out(other)

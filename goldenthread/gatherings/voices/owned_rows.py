"""Whose a row is that somebody brings something with: of each voice, and never of whoever only convenes or was asked to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from goldenthread.gatherings.voices.models import (
    CallAnswer,
    Contribution,
    ContributionVersion,
    HelpAsked,
    HelpOffer,
    Voice,
    VoiceAbsence,
    VoiceTerms,
)
from goldenthread.gatherings.voices.models.voice_queryset import VoiceQuerySet
from goldenthread.people.above import NameOfAnother, OwnedRows
from goldenthread.people.models import Person


def _voices(person: Person) -> QuerySet[Voice]:
    """Theirs, and what they typed in for others as convenors: not what that was."""
    return Voice.objects.filter(Q(pk__in=Voice.objects.all().of(person)) | Q(typed_in_by=person))


def _brought(person: Person) -> QuerySet[Contribution]:
    return Contribution.objects.filter(voices__in=Voice.objects.all().of(person).that_stay()).distinct()


def _answered(person: Person) -> VoiceQuerySet:
    """They said yes, by the link that went to this address. What the page of whoever was only asked hides, is hidden here, too."""
    return Voice.objects.all().of(person).proved().filter(unproved_since=None)


def _in_it(person: Person) -> QuerySet[Contribution]:
    return Contribution.objects.filter(voices__in=_answered(person).that_stay())


OWNED_ROWS: Mapping[type[Model], OwnedRows] = {
    CallAnswer: lambda person: CallAnswer.objects.filter(contribution__in=_in_it(person)),
    Voice: _voices,
    Contribution: _brought,
    ContributionVersion: lambda person: ContributionVersion.objects.filter(contribution__in=_in_it(person)),
    VoiceAbsence: lambda person: VoiceAbsence.objects.filter(voice__in=Voice.objects.all().of(person)),
    VoiceTerms: lambda person: VoiceTerms.objects.filter(Q(voice__in=_answered(person)) | Q(by=person)),
    HelpAsked: lambda person: HelpAsked.objects.filter(voice__in=Voice.objects.all().of(person)),
    HelpOffer: lambda person: HelpOffer.objects.filter(
        Q(person=person) | Q(asked__voice__in=Voice.objects.all().of(person))
    ),
}


def _of_another(voice: Voice, person: Person) -> str | None:
    is_theirs = voice.person_id == person.pk or (voice.email and voice.email == (person.email or "").lower())
    return None if is_theirs else _("Somebody else’s")


def _before_a_yes(contribution: Contribution, person: Person) -> str | None:
    """The same whatever stands there."""
    return None if _in_it(person).filter(pk=contribution.pk).exists() else _("You see this once you’ve said yes.")


def _of_another_voice(terms: Any, person: Person) -> str | None:
    return _of_another(terms.voice, person)


NAMES_OF_OTHERS: Mapping[tuple[type[Model], str], NameOfAnother] = {
    **{(Voice, field): _of_another for field in ("contribution", "name", "email", "language")},
    **{(Contribution, field): _before_a_yes for field in ("needs", "words_for_readers")},
    **{(VoiceTerms, field): _of_another_voice for field in ("voice", "fee", "expenses", "supporter")},
}

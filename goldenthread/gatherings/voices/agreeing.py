"""A fee, expenses, a supporter: written down by a convenor, agreed by the voice, before the yes. No reader sees it, and no list."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.voices import voice_emails
from goldenthread.gatherings.voices.answering_decisions import known_decision
from goldenthread.gatherings.voices.models import Voice, VoiceTerms
from goldenthread.journal.note import note
from goldenthread.people.models import Person

TERMS = ("fee", "expenses", "supporter")


class TermsChanged(Exception):
    """What they read is not what stands there now."""


def terms_of(voice: Voice) -> VoiceTerms | None:
    return VoiceTerms.objects.filter(voice=voice).first()


@transaction.atomic
def write_terms(voice: Voice, terms: dict[str, str], *, by: Person, now: datetime) -> VoiceTerms:
    """A change asks again; the same once more asks nobody."""
    before = VoiceTerms.objects.select_for_update().filter(voice=voice).first()
    if before and all(getattr(before, name) == terms[name] for name in TERMS):
        return before
    # Who cannot be written to said so to the convenor who writes it down.
    agreed_at = None if voice.address else now
    defaults = {**terms, "by": by, "at": now, "agreed_at": agreed_at}
    written, _is_new = VoiceTerms.objects.update_or_create(voice=voice, defaults=defaults)
    note(by, "wrote down terms", voice.contribution)
    # Where it isn't sure yet that the address is theirs, they read it on their page once they have said so.
    if voice.is_reached:
        is_decided = known_decision(voice.contribution) is not None
        voice_emails.terms_to_agree(voice, by=by, is_decided=is_decided)
    return written


@transaction.atomic
def agree(terms: VoiceTerms, *, as_of: str, now: datetime) -> None:
    """To exactly what they read."""
    as_it_is = VoiceTerms.objects.select_for_update().get(pk=terms.pk)
    if stamp_of(as_it_is) != as_of:
        raise TermsChanged
    VoiceTerms.objects.filter(pk=terms.pk, agreed_at=None).update(agreed_at=now)


def stamp_of(terms: VoiceTerms) -> str:
    return terms.at.isoformat()

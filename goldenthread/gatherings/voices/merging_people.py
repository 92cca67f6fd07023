"""When two pages of one person become one: whoever stands twice behind something, at two addresses, is one voice of it."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Q

from goldenthread.gatherings.voices.agreeing import TERMS, terms_of
from goldenthread.gatherings.voices.models import HelpOffer, Voice, VoiceAbsence, VoiceTerms
from goldenthread.kit import clock
from goldenthread.people.merging_people import move_all
from goldenthread.people.models import Person


def stand_once(stays: Person, goes: Person) -> None:
    both = [stays, goes]
    # Nobody thinks something through with themselves.
    HelpOffer.objects.filter(person__in=both, asked__voice__person__in=both).delete()
    addresses = [person.email.lower() for person in both if person.email]
    theirs = Voice.objects.filter(Q(person__in=both) | Q(person=None, email__in=addresses))
    by_contribution: defaultdict[int, list[Voice]] = defaultdict(list)
    for voice in theirs.order_by("number", "pk"):
        by_contribution[voice.contribution_id].append(voice)
    for voices in by_contribution.values():
        better, *others = sorted(voices, key=_worth, reverse=True)
        for other in others:
            _bring_together(better, other)


def _worth(voice: Voice) -> tuple[bool, bool, int]:
    """A yes is worth more than having been asked, and that more than having left; and of two the one that was there first."""
    return voice.left_at is None, voice.yes_at is not None, -voice.number


def _bring_together(better: Voice, other: Voice) -> None:
    _join_terms(better, other)
    for absence in other.absences.all():
        VoiceAbsence.objects.get_or_create(voice=better, starts_at=absence.starts_at, ends_at=absence.ends_at)
    other.absences.all().delete()
    move_all(better, other)
    other.delete()
    better.number = min(better.number, other.number)
    better.email = better.email or other.email
    better.person_id = better.person_id or other.person_id
    if better.person_id:
        better.unproved_since = None
    if other.is_in:
        _take_the_later_answer(better, other)
    better.save()


def _take_the_later_answer(better: Voice, other: Voice) -> None:
    answered = [voice.accepted_at or voice.stepped_back_at for voice in (better, other)]
    if answered[1] and (answered[0] is None or answered[0] < answered[1]):
        better.accepted_at, better.stepped_back_at = other.accepted_at, other.stepped_back_at
        better.departure_told_at = other.departure_told_at


def _join_terms(better: Voice, other: Voice) -> None:
    """Where something is written down for both, nothing of it is lost; what they have not read together, they are asked anew."""
    kept, more = terms_of(better), terms_of(other)
    if kept is None or more is None:
        return
    joined = {name: "; ".join(dict.fromkeys(filter(None, _both(kept, more, name)))) for name in TERMS}
    if any(getattr(kept, name) != joined[name] for name in TERMS):
        VoiceTerms.objects.filter(pk=kept.pk).update(**joined, at=clock.now(), agreed_at=None)


def _both(kept: VoiceTerms, more: VoiceTerms, name: str) -> tuple[str, str]:
    return getattr(kept, name), getattr(more, name)

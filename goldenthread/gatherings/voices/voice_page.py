"""What stands on every page of a voice."""

from __future__ import annotations

from typing import Any

from goldenthread.gatherings.voices.above import places_of
from goldenthread.gatherings.voices.absences import in_words
from goldenthread.gatherings.voices.agreeing import terms_of
from goldenthread.gatherings.voices.answering_decisions import answer_of
from goldenthread.gatherings.voices.models import HelpAsked, HelpOffer, Voice
from goldenthread.gatherings.voices.offer_rules import first_of, is_open
from goldenthread.kit import clock


def about_voice(voice: Voice) -> dict[str, Any]:
    """Of the others, whoever was only asked is shown to the one who asks."""
    contribution, is_first = voice.contribution, first_of(voice.contribution) == voice
    others = contribution.voices.that_stay().in_order().exclude(pk=voice.pk)
    return {
        "gathering": contribution.gathering,
        "contribution": contribution,
        "voice": voice,
        "is_first": is_first,
        "gone": list(contribution.voices.that_left().in_order()) if is_first else [],
        "others": list(others if is_first else others.named()),
    }


def for_who_is_in_it(voice: Voice) -> dict[str, Any]:
    """The rest of the page of whoever is in it: together, when, help, and what was agreed."""
    contribution = voice.contribution
    gathering = contribution.gathering
    question = HelpAsked.objects.all().about(contribution)
    if question and not (question.is_of(voice) or question.voice.is_in):
        question = None
    is_mine = bool(question and question.is_of(voice))
    offers = HelpOffer.objects.filter(asked=question).select_related("person").order_by("pk") if is_mine else []
    known = answer_of(voice, clock.now())
    return {
        "is_open": is_open(gathering, clock.now()),
        "absences": [(away, in_words(away, gathering)) for away in voice.absences.order_by("starts_at", "pk")],
        "help_asked": question,
        "is_my_question": is_mine,
        "help_offers": list(offers),
        "terms": terms_of(voice),
        "known": known,
        "places": places_of(contribution) if known and known.decision.is_in else [],
    }

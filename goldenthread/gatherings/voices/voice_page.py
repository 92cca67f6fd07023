"""What stands on every page of a voice."""

from __future__ import annotations

from typing import Any

from goldenthread.gatherings.voices.absences import in_words
from goldenthread.gatherings.voices.agreeing import terms_of
from goldenthread.gatherings.voices.models import HelpAsked, HelpOffer, Voice
from goldenthread.gatherings.voices.offer_rules import first_of, is_open
from goldenthread.kit import clock


def about_voice(voice: Voice) -> dict[str, Any]:
    contribution = voice.contribution
    return {
        "gathering": contribution.gathering,
        "contribution": contribution,
        "voice": voice,
        "others": list(contribution.voices.that_stay().in_order().exclude(pk=voice.pk)),
    }


def for_who_is_in_it(voice: Voice) -> dict[str, Any]:
    """The rest of the page of whoever is in it: together, when, help, and what was agreed."""
    contribution = voice.contribution
    gathering = contribution.gathering
    asked = HelpAsked.objects.filter(contribution=contribution).first()
    offers = HelpOffer.objects.filter(asked=asked).select_related("person").order_by("pk") if asked else []
    return {
        "is_first": first_of(contribution) == voice,
        "is_open": is_open(gathering, clock.now()),
        "absences": [(away, in_words(away, gathering)) for away in voice.absences.order_by("starts_at", "pk")],
        "help_asked": asked,
        "help_offers": list(offers),
        "terms": terms_of(voice),
    }

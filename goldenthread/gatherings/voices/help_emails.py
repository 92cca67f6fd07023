"""E-mails between somebody who would like to think something through, and a member who would do so with them."""

from __future__ import annotations

from contextlib import suppress

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from goldenthread.gatherings.voices.models import HelpOffer
from goldenthread.gatherings.voices.voice_emails import about_what, language_of, why_a_voice, write
from goldenthread.kit.address import absolute
from goldenthread.outbox import post


def help_offered(offer: HelpOffer) -> None:
    _to_who_asked(offer, "help_offered")


def help_agreed(offer: HelpOffer) -> None:
    """To whoever asked, with or without an account: with whom, and that they can write to each other."""
    _to_who_asked(offer, "help_agreed")


def help_left(offer: HelpOffer) -> None:
    """To whoever asked: the other one can’t after all."""
    _to_who_asked(offer, "help_left")


def help_accepted(offer: HelpOffer) -> None:
    """To whoever offered to think it through: with whom, and what they had asked."""
    _to_who_offered(offer, "help_accepted")


def help_ended(offer: HelpOffer) -> None:
    """To whoever offered it: whoever asked needs it no more."""
    _to_who_offered(offer, "help_ended")


def _to_who_asked(offer: HelpOffer, kind: str) -> None:
    voice = offer.asked.voice
    with translation.override(language_of(voice)):
        more = {"offer": offer, "speaks_of": offer.person, "answers_to": offer.person, "why": why_a_voice()}
        write(voice, kind, more)


def _to_who_offered(offer: HelpOffer, kind: str) -> None:
    voice, helper = offer.asked.voice, offer.person
    with translation.override(helper.language), suppress(post.Refused):
        why = _("You get this because you offered to think something through with somebody.")
        gathering = offer.asked.contribution.gathering
        more = {
            "name": helper.known_as,
            "asker": voice,
            "offer": offer,
            "speaks_of": voice.person,
            "why": why,
            "answers_to": voice.person,
            "theirs": absolute(reverse("voices:help_offer", args=[gathering.slug, offer.asked_id])),
        }
        post.write(
            kind=f"voice: {kind}",
            to=helper,
            address=helper.email or "",
            template=f"voices/emails/voice_{kind}",
            context=about_what(voice) | more,
        )

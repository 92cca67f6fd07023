"""E-mails about what somebody brings. Each is written with what it tells, and leads to one page."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit.address import absolute
from goldenthread.kit.replying import counts_from
from goldenthread.outbox import post
from goldenthread.outbox.models.refusal import about

if TYPE_CHECKING:
    from goldenthread.people.models import Person


def offered(voice: Voice) -> None:
    """To whoever offered something: their link."""
    with translation.override(language_of(voice)):
        why = _("You get this because somebody offered to bring something with this address. We hope it was you.")
        write(voice, "offered", {"why": why})


def asked_to_join(voice: Voice, *, by: Voice) -> None:
    """Would you bring it with me? To somebody who may know nothing of it yet."""
    with translation.override(language_of(voice)):
        why = _("You get this because %(name)s gave us your name and this address.") % {"name": by.known_as}
        more = {"asked_by": by.known_as, "speaks_of": by.person, "why": why}
        write(voice, "asked_to_join", more | {"about": about(voice.contribution.gathering)})


def typed_in(voice: Voice, *, by: Person) -> None:
    """Is this yours? To somebody who told a convenor, on paper or by telephone."""
    with translation.override(language_of(voice)):
        more = {"why": _("The convenors put you down for it."), "answers_to": by}
        write(voice, "typed_in", more | {"about": about(voice.contribution.gathering)})


def terms_to_agree(voice: Voice, *, by: Person, is_decided: bool) -> None:
    """What the convenors would agree with them. The words stand on the page alone, and in no mailbox. Before decisions are told it
    says that it hints at none."""
    with translation.override(language_of(voice)):
        write(voice, "terms", {"why": why_a_voice(), "answers_to": by, "is_decided": is_decided})


def co_voice(voice: Voice, *, about_whom: Voice, is_new: bool) -> None:
    """To whoever offered it: somebody whom they asked brings it with them, or does not any more."""
    with translation.override(language_of(voice)):
        more = {"other": about_whom.known_as, "is_new": is_new, "has_left": about_whom.left_at is not None}
        write(voice, "co_voice", more | {"speaks_of": about_whom.person, "why": why_a_voice()})


def taken_out(voice: Voice, *, by: Voice) -> None:
    """To somebody who had said yes, by whoever asks others to bring it together."""
    with translation.override(language_of(voice)):
        more = {"taken_out_by": by.known_as, "speaks_of": by.person, "why": _("You had said that you’d bring it, too.")}
        write(voice, "taken_out", more)


def taken_back(voice: Voice, *, by: Voice, is_open: bool) -> None:
    """To each of the others who bring it: whoever asked them took it back for all."""
    with translation.override(language_of(voice)):
        withdrawn_at, zone = voice.contribution.withdrawn_at, voice.contribution.gathering.zone
        until = counts_from(withdrawn_at).astimezone(zone) if withdrawn_at else None
        more = {
            "taken_back_by": by.known_as,
            "speaks_of": by.person,
            "why": why_a_voice(),
            "until": until,
            "is_open": is_open,
        }
        write(voice, "taken_back", more)


def brought_back(voice: Voice, *, by: Voice) -> None:
    """To each of the others who bring it, and had heard that it was taken back."""
    with translation.override(language_of(voice)):
        more = {"brought_back_by": by.known_as, "speaks_of": by.person, "why": why_a_voice()}
        write(voice, "brought_back", more)


def write(voice: Voice, kind: str, more: dict[str, Any]) -> None:
    """Whether somebody wants no more e-mails about it is told to nobody."""
    if not voice.address:
        return
    with suppress(post.Refused):
        post.write(
            kind=f"voice: {kind}",
            to=voice.person,
            address=voice.address,
            template=f"voices/emails/voice_{kind}",
            context=about_what(voice) | more,
        )


def why_a_voice() -> str:
    return _("You get this because you offered to bring something to this gathering.")


def language_of(voice: Voice) -> str:
    return voice.person.language if voice.person else voice.language


def about_what(voice: Voice) -> dict[str, Any]:
    gathering = voice.contribution.gathering
    return {
        "name": voice.known_as,
        "contribution": voice.contribution,
        "gathering": gathering,
        "when": in_words.when(gathering),
        "hours": in_words.hours(gathering),
        "where": in_words.where(gathering),
        "mine": absolute(voice.get_absolute_url()),
        "address": absolute(gathering.get_absolute_url()),
    }

"""E-mails to those who read, and to those who hear what was decided."""

from __future__ import annotations

import re

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.voices.decisions_in_words import the_door
from goldenthread.gatherings.voices.models import Decision, Readership, Voice
from goldenthread.kit.address import absolute
from goldenthread.kit.forms import A_LINK
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

WHY_A_READER = _("You get this because the convenors ask you to read.")
WHY_A_VOICE = _("You get this because you’re among those who offered to bring something to this gathering.")
PARTS_OF_A_LINK = re.compile(r"[./:@]+")


def please_read(readership: Readership) -> Email:
    """By whoever asks, who gets the answers."""
    gathering, by = readership.gathering, readership.by
    with translation.override(readership.person.language):
        return post.write(
            kind="asked to read",
            to=readership.person,
            address=readership.person.email or "",
            template="voices/emails/please_read",
            context={
                "name": plain(readership.person.known_as),
                "by": by.known_as if by else "",
                "gathering": gathering,
                "until": readership.last_day,
                "page": absolute(reverse("voices:readings", args=[gathering.slug])),
                "why": WHY_A_READER,
                "speaks_of": by,
                "answers_to": by,
            },
        )


def compose_answer(voice: Voice, decision: Decision, *, by: Person | None) -> Email:
    """What was decided, as this voice reads it. Not a row yet: convenors see every one before it goes."""
    gathering = decision.contribution.gathering
    with translation.override(voice.person.language if voice.person else voice.language):
        return post.compose(
            kind=f"decided: {decision.answer}",
            to=voice.person,
            address=voice.address,
            template=f"voices/emails/decided_{decision.answer}",
            context={
                "name": plain(voice.known_as),
                "title": plain(decision.contribution.title),
                "reason": decision.reason.strip(),
                "door": the_door(decision.door),
                "by": by.known_as if by else "",
                "gathering": gathering,
                "page": absolute(reverse("voices:decision_answer", args=[gathering.slug, voice.key])),
                "plan": absolute(gathering.get_absolute_url()),
                "why": WHY_A_VOICE,
                "speaks_of": by,
                "answers_to": by,
            },
        )


def plain(words: str) -> str:
    """What somebody typed, so that no mail program makes a link of it: it would be trusted as ours."""
    return " ".join(
        PARTS_OF_A_LINK.sub(" ", word).strip() if A_LINK.search(word) or "@" in word else word for word in words.split()
    )

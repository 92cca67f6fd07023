"""To the convenors: what was in is taken back, or somebody who would bring it does not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse
from django.utils import translation

from goldenthread.gatherings.plan.emails import WHY_A_CONVENOR
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.telling_emails import plain
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.people.models import Person


def taken_back(contribution: Contribution, *, until: datetime) -> None:
    """At once: an hour of the programme is free. Who brings it can still change their mind until then."""
    for convenor in _convenors_of(contribution.gathering):
        _write(convenor, contribution, "taken_back_in", {"until": until.astimezone(contribution.gathering.zone)})


def brought_back(contribution: Contribution) -> None:
    """After they had heard that it was taken back."""
    for convenor in _convenors_of(contribution.gathering):
        _write(convenor, contribution, "brought_back_in", {})


def taken_out(voice: Voice) -> None:
    """Somebody who had said yes, by whoever asks others to bring it together."""
    for convenor in _convenors_of(voice.contribution.gathering):
        more = {"who": plain(voice.known_as), "speaks_of": voice.person}
        _write(convenor, voice.contribution, "taken_out_in", more)


def departed(voice: Voice) -> None:
    """Left or stepped back, a quarter of an hour ago."""
    for convenor in _convenors_of(voice.contribution.gathering):
        more = {"who": plain(voice.known_as), "speaks_of": voice.person}
        _write(convenor, voice.contribution, "departed", more)


def _convenors_of(gathering: Gathering) -> list[Person]:
    with_convenors = Gathering.objects.with_facts().get(pk=gathering.pk)
    return [convening.person for convening in with_convenors.current_convenings if convening.person.email]


def _write(convenor: Person, contribution: Contribution, kind: str, more: Mapping[str, object]) -> None:
    gathering = contribution.gathering
    with translation.override(convenor.language):
        post.write(
            kind=f"voice: {kind}",
            to=convenor,
            address=convenor.email or "",
            template=f"voices/emails/voice_{kind}",
            context={
                "title": plain(contribution.title),
                "gathering": gathering,
                "page": absolute(reverse("voices:decisions", args=[gathering.slug])),
                "why": WHY_A_CONVENOR,
                **more,
            },
        )

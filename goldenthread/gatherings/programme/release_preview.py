"""Who is written to about a release, when, and what they read: before it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.plan.in_words import an_hour
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.affected import AffectedVoice, due_at
from goldenthread.gatherings.programme.emails import KIND, ProgrammeEmail, compose
from goldenthread.gatherings.programme.releasing import NextRelease
from goldenthread.outbox.models import Email
from goldenthread.outbox.models.refusal import Refusal, about
from goldenthread.outbox.previewing import as_a_sample


@dataclass(frozen=True)
class ReleasePreview:
    """How many hear of it, at once and later; of each kind the first e-mail; and the names of those we can't write to."""

    at_once: int
    later: int
    later_at: str
    emails: list[Email]
    unreachable: list[str]


def preview_of(coming: NextRelease, now: datetime) -> ReleasePreview:
    gathering = coming.after.gathering
    reachable = [affected for affected in coming.affected if affected.voice.is_reached]
    addresses = {affected.voice.address for affected in reachable}
    refused = Refusal.objects.among(addresses, KIND, about(gathering))
    due: dict[str, datetime] = {}
    for affected in reachable:
        if affected.voice.address not in refused:
            due.setdefault(affected.voice.address, due_at(affected, gathering, now))
    later = sorted(moment for moment in due.values() if moment > now)
    return ReleasePreview(
        at_once=len(due) - len(later),
        later=len(later),
        later_at=_when(later[0], gathering, now) if later else "",
        emails=_samples(coming, [affected for affected in reachable if affected.voice.address in due]),
        unreachable=sorted({affected.voice.known_as for affected in coming.affected if not affected.voice.is_reached}),
    )


def _when(moment: datetime, gathering: Gathering, now: datetime) -> str:
    """Whoever presses in the evening is not to take tomorrow's hour for today's."""
    there = moment.astimezone(gathering.zone)
    if there.date() == now.astimezone(gathering.zone).date():
        return _("today, %(hour)s") % {"hour": an_hour(there.time())}
    return a_moment(moment, gathering.zone)


def _samples(coming: NextRelease, affected: list[AffectedVoice]) -> list[Email]:
    """The first of those who hear of their place, and the first of those who hear of a move."""
    firsts: dict[bool, AffectedVoice] = {}
    for voice in affected:
        firsts.setdefault(voice.is_first, voice)
    written = [compose(_email(first, coming)) for first in firsts.values()]
    return [as_a_sample(email) for email in written if email]


def _email(affected: AffectedVoice, coming: NextRelease) -> ProgrammeEmail:
    before = None if affected.is_first else coming.before
    return ProgrammeEmail([affected.voice], affected.speakers, before, coming.after)

"""E-mails to those who bring something: where they are in the programme, and where they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.programme_calendar import calendar_of
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.gatherings.programme.release_changes import HowItChanged, SessionChange, changes_between, news_for
from goldenthread.gatherings.programme.why_it_moved import why_it_moved
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.outbox.models.refusal import about

KIND = "programme"
WHY = gettext_lazy("You get this because you bring something to this gathering.")


@dataclass(frozen=True)
class ProgrammeEmail:
    """One e-mail about a release to one address: to all voices that are written to there, and what they knew before."""

    voices: Sequence[Voice]
    speakers: frozenset[int]
    before: PublicProgramme | None
    after: PublicProgramme

    @property
    def gathering(self) -> Gathering:
        return self.after.gathering

    @cached_property
    def placings(self) -> list[PublicPlacing]:
        """Where and when they are now."""
        return [placing for placing in self.after.placings if self.speakers & set(placing.session.brought_by)]

    @property
    def changes(self) -> list[SessionChange]:
        return news_for(self.speakers, changes_between(self.before, self.after, with_day=True))

    @cached_property
    def gone(self) -> list[PublicPlacing]:
        """What their calendars still have."""
        if self.before is None:
            return []
        uids = {change.uid for change in self.changes if change.how is HowItChanged.GONE}
        return [placing for placing in self.before.placings if placing.session.uid in uids]

    @property
    def says_something(self) -> bool:
        return bool(self.placings if self.before is None else self.changes)


def compose(email: ProgrammeEmail) -> Email | None:
    """In the language of whoever reads it. None if it has nothing to say, or they want no more. Not a row yet."""
    voice = email.voices[0]
    language = voice.person.language if voice.person else voice.language
    with translation.override(language):
        if not (voice.address and email.says_something):
            return None
        try:
            written = post.compose(
                kind=KIND,
                to=voice.person,
                address=voice.address,
                template=f"programme/emails/{'placed' if email.before is None else 'moved'}",
                context=_context(email),
            )
        except post.Refused:
            return None
        written.calendar = calendar_of(email.after, email.placings, cancelled=email.gone).decode()
    return written


def _context(email: ProgrammeEmail) -> dict[str, Any]:
    return {
        "name": email.voices[0].known_as,
        "gathering": email.gathering,
        "placings": _in_words(email.placings),
        "changes": email.changes,
        "because": why_it_moved(email.gathering, email.before.at) if email.before else "",
        # Where they read their own hour, and can step back.
        "mine": [absolute(f"{email.gathering.get_absolute_url()}contributions/{voice.key}/") for voice in email.voices],
        "programme": absolute(f"{email.gathering.get_absolute_url()}programme/"),
        "about": about(email.gathering),
        "why": WHY,
    }


def _in_words(placings: Iterable[PublicPlacing]) -> list[tuple[str, str, str]]:
    return [(placing.session.title, placing.when_and_where, placing.url) for placing in placings]

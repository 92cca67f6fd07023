"""Whom a new release concerns: who brings what is new, moved or gone, and when each of them hears of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Q

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import VoiceNews
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.release_changes import changes_between, worth_an_email
from goldenthread.gatherings.voices.models import Voice

# After the last of several moves; and so long from one e-mail to the next, but for the day itself, another day or room.
QUIET, BETWEEN_TWO = timedelta(hours=2), timedelta(days=1)


@dataclass(frozen=True)
class AffectedVoice:
    """A voice that a release concerns, the keys of its appearances, and what it knew before."""

    voice: Voice
    speakers: frozenset[int]
    known: VoiceNews | None
    # It would come on a wrong day, or to a wrong room.
    is_elsewhere: bool = False

    @property
    def is_first(self) -> bool:
        """Whether they have not been written to about the programme yet."""
        return self.known is None or self.known.heard is None


def affected_by(before: PublicProgramme | None, after: PublicProgramme) -> list[AffectedVoice]:
    """In two queries."""
    placed = {key for session in after.sessions.values() for key in session.brought_by}
    changes = worth_an_email(changes_between(before, after))
    moved = {key for change in changes for key in change.speakers}
    elsewhere = {key for change in changes if change.is_elsewhere for key in change.speakers}
    voices = [_with_what_it_knows(voice, elsewhere) for voice in _staying(after.gathering)]
    return [affected for affected in voices if _is_concerned(affected, placed, changed=moved)]


def _is_concerned(affected: AffectedVoice, placed: set[int], *, changed: set[int]) -> bool:
    return bool(affected.speakers & (placed if affected.is_first else changed))


def _staying(gathering: Gathering) -> Iterable[Voice]:
    named = Q(appearances__isnull=False) | Q(programme_news__isnull=False)
    voices = Voice.objects.in_it().filter(named, contribution__gathering=gathering)
    return voices.select_related("person", "programme_news").prefetch_related("appearances").order_by("pk").distinct()


def _with_what_it_knows(voice: Voice, elsewhere: set[int]) -> AffectedVoice:
    speakers = speakers_of(voice)
    return AffectedVoice(voice, speakers, _known_to(voice), bool(speakers & elsewhere))


def speakers_of(voice: Voice) -> frozenset[int]:
    """The keys by which releases name them, also in sessions that were removed since."""
    known = _known_to(voice)
    former = known.former_speakers if known else ()
    return frozenset([*(appearance.pk for appearance in voice.appearances.all()), *former])


def _known_to(voice: Voice) -> VoiceNews | None:
    return getattr(voice, "programme_news", None)


def due_at(affected: AffectedVoice, gathering: Gathering, now: datetime) -> datetime:
    """Their place in it: now. Another hour: after two quiet hours, and a day after the last e-mail. Another day or room: after
    two quiet hours. On the day: at once."""
    day = _morning_of(gathering)
    if affected.known is None or affected.known.heard_at is None or (day and now >= day):
        return now
    a_day_later = affected.known.heard_at + BETWEEN_TWO
    # What was to go sooner than that is as pressing after the next move.
    was_pressing = affected.known.due_at is not None and affected.known.due_at < a_day_later
    due = now + QUIET if affected.is_elsewhere or was_pressing else max(now + QUIET, a_day_later)
    # Nobody reads only after it has begun that they are to be somewhere else.
    return min(due, day) if day else due


def _morning_of(gathering: Gathering) -> datetime | None:
    return datetime.combine(gathering.day, time.min, gathering.zone) if gathering.day else None

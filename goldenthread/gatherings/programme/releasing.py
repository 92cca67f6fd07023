"""Showing the programme to everybody: in one press, and only what was looked at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from hashlib import sha256

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.affected import AffectedVoice, affected_by, due_at
from goldenthread.gatherings.programme.freezing import Content, Frozen, freeze
from goldenthread.gatherings.programme.models import Release, VoiceNews
from goldenthread.gatherings.programme.public import PublicProgramme, as_public, public_programme
from goldenthread.gatherings.programme.release_changes import SessionChange, changes_between
from goldenthread.gatherings.programme.voices_to_ring import let_go
from goldenthread.journal.note import note
from goldenthread.people.models import Person


class DraftChangedMeanwhile(Exception):
    """Somebody moved something after it was looked at."""


class NothingToShow(Exception):
    """No session has an hour, or nothing is other than what is shown already."""


@dataclass(frozen=True)
class NextRelease:
    """What would be shown, what is shown now, and whom the difference concerns. Nothing of it is kept."""

    frozen: Frozen
    before: PublicProgramme | None
    after: PublicProgramme

    @cached_property
    def changes(self) -> list[SessionChange]:
        return changes_between(self.before, self.after)

    @cached_property
    def affected(self) -> list[AffectedVoice]:
        return affected_by(self.before, self.after)

    @property
    def stamp(self) -> str:
        """Of what was looked at."""
        looked_at = [self.before.number if self.before else 0, self.frozen.content]
        return sha256(json.dumps(looked_at, sort_keys=True).encode()).hexdigest()

    @property
    def is_worth_it(self) -> bool:
        is_other = self.before is None or self.before.content != self.frozen.content
        return bool(self.frozen.content["placings"]) and is_other


def next_release(gathering: Gathering, now: datetime) -> NextRelease:
    before = public_programme(gathering, now)
    frozen = freeze(gathering, shown=before.sessions if before else ())
    return NextRelease(
        frozen, before, PublicProgramme(gathering, _next_number(gathering), now, "", lambda: frozen.content)
    )


@transaction.atomic
def release(gathering: Gathering, *, by: Person | None, words: str, seen: str, now: datetime) -> Release:
    """What was looked at is shown, and who brings it is owed an e-mail. Raises `DraftChangedMeanwhile`, `NothingToShow`."""
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    coming = next_release(gathering, now)
    if coming.stamp != seen:
        raise DraftChangedMeanwhile
    if not coming.is_worth_it:
        raise NothingToShow
    shown = Release.objects.create(
        gathering=gathering, number=coming.after.number, words=words, content=coming.frozen.content, by=by, at=now
    )
    _owe(coming, gathering, now)
    let_go(as_public(gathering, shown))
    note(by, "showed the programme", gathering)
    return shown


def move_release(before: Gathering, after: Gathering) -> list[AffectedVoice]:
    """What everybody reads moves with the day. Nothing else of the draft is shown by it: what is held back stays so. Whom it
    concerns hears of it with the e-mails about the plan (`VoiceNews.objects.owed`)."""
    shown = public_programme(before, after.changed_at)
    if shown is None or before.day is None or after.day is None:
        return []
    moved = Release.objects.create(
        gathering=after,
        number=_next_number(after),
        words=_("The programme moved with the day."),
        content=_moved(shown.content, after.day - before.day),
        at=after.changed_at,
    )
    programme = as_public(after, moved)
    concerned = affected_by(shown, programme)
    for affected in concerned:
        VoiceNews.objects.update_or_create(voice=affected.voice, defaults={"due_at": after.changed_at})
    let_go(programme)
    return concerned


def _moved(content: Content, by: timedelta) -> Content:
    placings = [
        placing | {"day": (date.fromisoformat(placing["day"]) + by).isoformat()} for placing in content["placings"]
    ]
    return content | {"placings": placings}


def _owe(coming: NextRelease, gathering: Gathering, now: datetime) -> None:
    for affected in coming.affected:
        due = due_at(affected, gathering, now)
        VoiceNews.objects.update_or_create(voice=affected.voice, defaults={"due_at": due})


def _next_number(gathering: Gathering) -> int:
    newest: int | None = Release.objects.of(gathering).aggregate(newest=Max("number"))["newest"]
    return (newest or 0) + 1

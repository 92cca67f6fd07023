"""Showing the programme to everybody, as a draft first or settled: in one press, and only what was looked at."""

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
    """No session has an hour, nothing is other than what is shown already, or what would be a draft is settled."""


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
    def is_settled_already(self) -> bool:
        """Then each further version is, too: people and their calendars go by it."""
        return self.before is not None and not self.before.is_draft

    @property
    def is_worth_settling(self) -> bool:
        return self._has_hours and (self._is_other or not self.is_settled_already)

    @property
    def is_worth_a_draft(self) -> bool:
        return self._has_hours and self._is_other and not self.is_settled_already

    @property
    def _has_hours(self) -> bool:
        return bool(self.frozen.content["placings"])

    @property
    def _is_other(self) -> bool:
        return self.before is None or self.before.content != self.frozen.content


def next_release(gathering: Gathering, now: datetime) -> NextRelease:
    before = public_programme(gathering, now)
    frozen = freeze(gathering, shown=before.sessions if before else ())
    unsaved = Release(gathering=gathering, number=_next_number(gathering), at=now, content=frozen.content)
    return NextRelease(frozen, before, as_public(gathering, unsaved))


@transaction.atomic
def release(gathering: Gathering, *, by: Person | None, words: str, seen: str, now: datetime) -> Release:
    """What was looked at is settled, and who brings it is owed an e-mail. Raises `DraftChangedMeanwhile`, `NothingToShow`."""
    coming = _as_looked_at(gathering, seen, now)
    if not coming.is_worth_settling:
        raise NothingToShow
    shown = _shown(coming, Release(by=by, words=words, at=now))
    _owe(coming, gathering, now)
    let_go(as_public(gathering, shown))
    note(by, "showed the programme", gathering)
    return shown


@transaction.atomic
def show_draft(gathering: Gathering, *, by: Person | None, words: str, seen: str, now: datetime) -> Release:
    """What was looked at can be read, and is not settled: nobody is e-mailed about it. Raises the same."""
    coming = _as_looked_at(gathering, seen, now)
    if not coming.is_worth_a_draft:
        raise NothingToShow
    note(by, "showed a draft of the programme", gathering)
    return _shown(coming, Release(by=by, words=words, at=now, is_draft=True))


def _as_looked_at(gathering: Gathering, seen: str, now: datetime) -> NextRelease:
    # Two who press at once come one after the other.
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    coming = next_release(gathering, now)
    if coming.stamp != seen:
        raise DraftChangedMeanwhile
    return coming


def _shown(coming: NextRelease, shown: Release) -> Release:
    shown.gathering, shown.number, shown.content = coming.after.gathering, coming.after.number, coming.frozen.content
    shown.save(force_insert=True)
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
        is_draft=shown.is_draft,
    )
    if moved.is_draft:
        return []
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

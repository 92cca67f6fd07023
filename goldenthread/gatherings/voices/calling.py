"""Asking for voices: a call is opened, reworded, kept open for longer, closed, and opened again. Each is written down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Call, CallClosing, CallExtension, Contribution, ContributionKind
from goldenthread.journal.note import note
from goldenthread.people.models import Person


class AlreadyCalled(Exception):
    """Another convenor has opened the call."""


@dataclass(frozen=True)
class KindWording:
    """One kind as a convenor words it; `pk` of one that there is."""

    name: str
    minutes: int
    most_people: int | None = None
    words: str = ""
    is_offered: bool = True
    pk: int | None = None

    @property
    def columns(self) -> dict[str, Any]:
        return {"name": self.name, "minutes": self.minutes, "most_people": self.most_people, "words": self.words}


@transaction.atomic
def open_call(
    gathering: Gathering, wording: dict[str, Any], kinds: Iterable[KindWording], *, now: datetime, by: Person | None
) -> Call:
    """`wording`: the words, what is looked for, until when, and whether readings are blind."""
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    if Call.objects.of(gathering).exists():
        raise AlreadyCalled
    call = Call.objects.create(gathering=gathering, by=by, at=now, **wording)
    _put_kinds(call, kinds)
    note(by, "opened the call for voices", gathering)
    return call


@transaction.atomic
def reword_call(call: Call, wording: dict[str, Any], *, by: Person) -> None:
    """Once somebody has sent something, their name is promised to stay with the convenors where readings are blind."""
    _lock(call)
    if call.is_blind and has_been_sent_to(call.gathering):
        wording = wording | {"is_blind": True}
    Call.objects.filter(pk=call.pk).update(**wording)
    note(by, "changed the call for voices", call.gathering)


@transaction.atomic
def keep_open(call: Call, until: datetime, *, now: datetime, by: Person) -> None:
    """Until then; closed by hand or by the clock, it is open again. Never for shorter: that is closing it."""
    call = _lock(call)
    was_open = call.is_open(now)
    CallClosing.objects.filter(call=call).delete()
    if until > call.until:
        CallExtension.objects.create(call=call, before=call.until, until=until, by=by, at=now)
        Call.objects.filter(pk=call.pk).update(until=until)
    note(by, "kept the call for voices open" if was_open else "opened the call for voices again", call.gathering)


@transaction.atomic
def close_call(call: Call, *, now: datetime, by: Person | None) -> None:
    """Drafts stay, and nobody can send one any more. Twice is once."""
    _row, is_new = CallClosing.objects.get_or_create(call=call, defaults={"by": by, "at": now})
    if is_new:
        note(by, "closed the call for voices", call.gathering)


@transaction.atomic
def change_kinds(call: Call, kinds: Iterable[KindWording], *, by: Person) -> None:
    """One that is not offered any more goes, unless somebody has chosen it."""
    _put_kinds(_lock(call), kinds)
    note(by, "changed what people can bring", call.gathering)


def has_been_sent_to(gathering: Gathering) -> bool:
    return Contribution.objects.of(gathering).filter(sent_at__isnull=False).exists()


def _put_kinds(call: Call, kinds: Iterable[KindWording]) -> None:
    rows = {row.pk: row for row in call.kinds.all()}
    number = max((row.number for row in rows.values()), default=0)
    for kind in kinds:
        if kind.pk is None and kind.is_offered:
            number += 1
            ContributionKind.objects.create(call=call, number=number, **kind.columns)
        elif kind.pk in rows:
            _put_kind(rows[kind.pk], kind)


def _put_kind(row: ContributionKind, kind: KindWording) -> None:
    if not kind.is_offered and not row.contributions.exists():
        row.delete()
        return
    ContributionKind.objects.filter(pk=row.pk).update(is_offered=kind.is_offered, **kind.columns)


def _lock(call: Call) -> Call:
    """As it is now: another convenor may have changed it a moment ago."""
    Gathering.objects.select_for_update().get(pk=call.gathering_id)
    return Call.objects.with_its_gathering().get(pk=call.pk)

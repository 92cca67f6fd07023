"""What one reader reads: in an order of their own, so that nobody's story is always read last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import Prefetch

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.asking_readers import is_open
from goldenthread.gatherings.voices.models import (
    Call,
    Contribution,
    ContributionVersion,
    Readership,
    Reading,
    Voice,
)
from goldenthread.people.models import Person


@dataclass(frozen=True)
class PileSheet:
    """One contribution as this reader sees it, and what they wrote about it."""

    contribution: Contribution
    # Those for readers, where readings are blind.
    words: str
    # Of those who bring it; none where readings are blind.
    names: tuple[str, ...] = ()
    reading: Reading | None = None

    @property
    def number(self) -> int:
        """As it stands on paper."""
        return self.contribution.pk

    @property
    def is_changed(self) -> bool:
        return bool(self.reading and self.reading.version < self.contribution.version)

    @property
    def is_told(self) -> bool:
        """Those who bring it know what was decided: nobody needs to read it any more."""
        decision = getattr(self.contribution, "decision", None)
        return bool(decision and decision.is_made_known)


def may_read(readership: Readership, now: datetime) -> bool:
    return readership.since <= now < readership.until and is_open(readership.gathering)


def is_blind(gathering: Gathering) -> bool:
    return Call.objects.of(gathering).filter(is_blind=True).exists()


def pile_of(person: Person, gathering: Gathering) -> list[PileSheet]:
    """All that was sent, but nothing that they bring themselves."""
    mine = Prefetch("readings", Reading.objects.by(person), to_attr="mine")
    voices = Prefetch(
        "voices", Voice.objects.that_stay().filter(yes_at__isnull=False).in_order(), to_attr="those_in_it"
    )
    offered = (
        Contribution.objects.of(gathering).sent().select_related("kind", "decision").prefetch_related(mine, voices)
    )
    theirs = Voice.objects.all().brought_by(person).values("contribution")
    blind = is_blind(gathering)
    sheets = [_sheet(contribution, blind=blind) for contribution in offered.exclude(pk__in=theirs)]
    return sorted(sheets, key=lambda sheet: order_of(person, sheet.contribution))


def order_of(person: Person, contribution: Contribution) -> str:
    return sha256(f"{person.pk} reads {contribution.pk}".encode()).hexdigest()


def may_be_brought_by(person: Person, contribution: Contribution) -> bool:
    return Voice.objects.all().may_be_theirs(person).filter(contribution=contribution).exists()


def readings_of_others(sheet: PileSheet, person: Person) -> list[Reading]:
    """After one's own; none of what is or ever was too close, nor where they may be one of those who bring it."""
    if sheet.reading is None or sheet.reading.is_closed_to_its_reader or may_be_brought_by(person, sheet.contribution):
        return []
    return list(sheet.contribution.readings.in_words().with_corrections().exclude(pk=sheet.reading.pk))


def as_it_was_read(sheet: PileSheet, *, blind: bool) -> str:
    """The words of the version that they read, if it changed since and the words are another's."""
    if sheet.reading is None or not sheet.is_changed:
        return ""
    version = ContributionVersion.objects.filter(contribution=sheet.contribution, number=sheet.reading.version).first()
    if version is None:
        return ""
    return version.words_for_readers if blind else version.words


def _sheet(contribution: Contribution, *, blind: bool) -> PileSheet:
    mine = getattr(contribution, "mine", [])
    if blind:
        return PileSheet(contribution, contribution.words_for_readers, (), mine[0] if mine else None)
    names = tuple(voice.known_as for voice in getattr(contribution, "those_in_it", []))
    return PileSheet(contribution, contribution.words, names, mine[0] if mine else None)

"""How far deciding is, for those who convene: what is open, what is held back, what people were told and what they answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.answering_decisions import has_stepped_back
from goldenthread.gatherings.voices.deciding import bring
from goldenthread.gatherings.voices.models import Contribution, Decision, OwedAnswer, Voice
from goldenthread.people.models import Person


@dataclass(frozen=True)
class VoiceAnswer:
    """One voice of what is in: how they stand to it."""

    voice: Voice
    has_stepped_back: bool
    waits_for_terms: bool


@dataclass(frozen=True)
class DecidedRow:
    """One contribution that people were told about."""

    contribution: Contribution
    decision: Decision
    answers: list[VoiceAnswer]


@dataclass(frozen=True)
class DecisionsOverview:
    """All of them, each list in the order in which people sent it."""

    to_decide: list[Contribution] = field(default_factory=list)
    held_back: list[Decision] = field(default_factory=list)
    told_already: list[DecidedRow] = field(default_factory=list)
    to_ring: list[OwedAnswer] = field(default_factory=list)
    # That there is something about which only the others decide.
    has_own: bool = False


def overview_of(gathering: Gathering, by: Person, now: datetime) -> DecisionsOverview:
    own = bring(by, gathering)
    voices = Voice.objects.to_be_told().in_order().select_related("person", "terms")
    offered = Contribution.objects.of(gathering).sent().exclude(pk__in=own).select_related("decision", "kind")
    rows = list(offered.prefetch_related(Prefetch("voices", voices)).order_by("sent_at", "pk"))
    decided = [row for row in rows if with_decision(row)]
    return DecisionsOverview(
        to_decide=[row for row in rows if not with_decision(row)],
        held_back=[row.decision for row in decided if not row.decision.is_made_known],
        told_already=[_row(row, now) for row in decided if row.decision.is_made_known],
        to_ring=list(OwedAnswer.objects.to_ring(gathering)),
        has_own=bool(own),
    )


def with_decision(contribution: Contribution) -> Decision | None:
    return getattr(contribution, "decision", None)


def _row(contribution: Contribution, now: datetime) -> DecidedRow:
    voices = contribution.voices.all()
    answers = [
        VoiceAnswer(voice, has_stepped_back(voice, now), _waits(voice))
        for voice in voices
        if contribution.decision.is_in
    ]
    return DecidedRow(contribution, contribution.decision, answers)


def _waits(voice: Voice) -> bool:
    terms = getattr(voice, "terms", None)
    return bool(terms and terms.agreed_at is None)

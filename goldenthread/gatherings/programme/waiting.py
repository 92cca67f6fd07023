"""What is decided in, and is no session yet. What a convenor brings becomes one when it is told: the draft would tell them before."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.deciding import bring
from goldenthread.gatherings.voices.models import Contribution, Decision, DecisionAnswer, Voice
from goldenthread.people.models import Person


@dataclass(frozen=True)
class WaitingContribution:
    """One of them, as one of the convenors sees it."""

    contribution: Contribution
    # Theirs, and not told yet: it stands there whatever is decided.
    is_own: bool
    # Nobody would learn from the draft what is held back from them.
    may_be_placed: bool


def waiting_for(person: Person, gathering: Gathering) -> list[WaitingContribution]:
    """What this convenor may know of, told or held back."""
    own, of_convenors = bring(person, gathering), _brought_by_convenors(gathering)
    is_in = Q(decision__answer=DecisionAnswer.IN)
    is_told = Q(decision__telling__isnull=False)
    rows = Contribution.objects.of(gathering).sent().filter(session=None)
    rows = rows.filter(is_in & (is_told | ~Q(pk__in=own)) | Q(pk__in=own) & ~is_told)
    voices = Prefetch("voices", Voice.objects.that_stay().in_order())
    rows = rows.select_related("kind", "decision").prefetch_related(voices).order_by("sent_at", "pk")
    return [_as_it_waits(row, own, of_convenors) for row in rows]


def to_become_sessions(person: Person, gathering: Gathering) -> list[Contribution]:
    return [row.contribution for row in waiting_for(person, gathering) if row.may_be_placed]


def told_without_session(gathering: Gathering) -> list[Contribution]:
    """They were told that it is in, and nobody made a session of it yet."""
    known = Decision.objects.made_known().still_in().filter(contribution__gathering=gathering)
    rows = Contribution.objects.of(gathering).sent().filter(session=None, decision__in=known)
    return list(rows.order_by("sent_at", "pk"))


def _brought_by_convenors(gathering: Gathering) -> set[int]:
    return {pk for convening in gathering.current_convenings for pk in bring(convening.person, gathering)}


def _as_it_waits(contribution: Contribution, own: set[int], of_convenors: set[int]) -> WaitingContribution:
    is_told = hasattr(contribution, "decision") and contribution.decision.is_made_known
    return WaitingContribution(
        contribution,
        is_own=not is_told and contribution.pk in own,
        may_be_placed=is_told or contribution.pk not in of_convenors,
    )

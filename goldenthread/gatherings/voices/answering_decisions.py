"""What a voice answers once it knows that its contribution is in: it comes, or steps back. Changeable as long as it matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.gatherings.plan.rules import is_over
from goldenthread.gatherings.voices.decisions_in_words import decided, stepped_back, the_door, way_through
from goldenthread.gatherings.voices.models import Contribution, Decision, OwedAnswer, Voice, VoiceTerms
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.kit.replying import counts_from
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

ACCEPT, STEP_BACK = "accept", "step-back"


@dataclass(frozen=True)
class KnownAnswer:
    """What a voice knows of the decision about what it brings, and how it answered: for `voices/_answer.html`."""

    decision: Decision
    may_answer: bool
    # What they answered last; empty where they did not.
    given: str
    waits_for_terms: bool

    @property
    def words(self) -> str:
        return stepped_back() if self.has_stepped_back else decided(self.decision.answer)

    @property
    def has_stepped_back(self) -> bool:
        return self.decision.is_in and self.given == STEP_BACK

    @property
    def is_turned_down(self) -> bool:
        """It has no place in the programme, and may get none: nothing of it is changed any more."""
        return self.is_elsewhere and not self.decision.is_reserve

    @property
    def is_elsewhere(self) -> bool:
        """It isn't in the programme, now at least: nothing about being there is asked."""
        return not self.decision.is_in

    @property
    def door(self) -> str:
        return the_door(self.decision.door)

    @property
    def way(self) -> tuple[StrPromise, str] | None:
        return way_through(self.decision.door, self.decision.contribution.gathering)


class AnsweredTooLate(Exception):
    """The gathering is over or off, it was taken back, or it is not in."""


def known_decision(contribution: Contribution) -> Decision | None:
    """The only way to a decision for anybody who does not convene."""
    return Decision.objects.made_known().filter(contribution=contribution).first()


def may_answer(voice: Voice, decision: Decision | None, now: datetime) -> bool:
    contribution, gathering = voice.contribution, voice.contribution.gathering
    is_still_so = not (voice.left_at or contribution.withdrawn_at or gathering.is_called_off)
    return bool(decision and decision.is_in and is_still_so and not is_over(gathering, now))


def answer_of(voice: Voice, now: datetime) -> KnownAnswer | None:
    """None until they were told, whatever is decided: the same as if nothing were."""
    decision = known_decision(voice.contribution)
    if decision is None or voice.contribution.withdrawn_at:
        return None
    # As it was found, with its gathering: the page asks for neither once more.
    decision.contribution = voice.contribution
    return KnownAnswer(decision, may_answer(voice, decision, now), given(voice), waits_for_terms(voice))


def given(voice: Voice) -> str:
    """What they answered last."""
    return ACCEPT if voice.accepted_at else STEP_BACK if voice.stepped_back_at else ""


def waits_for_terms(voice: Voice) -> bool:
    """Something about a fee, expenses or support is written down, and they have not agreed to it yet: a yes waits for that."""
    return VoiceTerms.objects.filter(voice=voice, agreed_at=None).exists()


def has_stepped_back(voice: Voice, now: datetime) -> bool:
    """For good: in the first quarter of an hour it may have been a program that reads e-mails."""
    return bool(voice.stepped_back_at and counts_from(voice.stepped_back_at) <= now)


@transaction.atomic
def answer(voice: Voice, reply: str, *, by: Person | None) -> None:
    """`by` is a convenor where somebody was rung up; none where they pressed it themselves."""
    now, decision = clock.now(), known_decision(voice.contribution)
    if not may_answer(voice, decision, now):
        raise AnsweredTooLate
    is_yes = reply == ACCEPT
    if by:
        # Who answers has been told.
        OwedAnswer.objects.filter(voice=voice).delete()
    # A second press of the same keeps the moment of the first.
    if reply == given(voice):
        return
    # A convenor who says it for them knows it.
    heard = {"departure_told_at": now if by and not is_yes else None}
    Voice.objects.filter(pk=voice.pk, left_at=None).update(
        accepted_at=now if is_yes else None, stepped_back_at=None if is_yes else now, **heard
    )
    if by:
        note(by, "answered a decision for somebody", voice.contribution.gathering)
    else:
        note(voice.person, "answered a decision", voice.contribution.gathering)

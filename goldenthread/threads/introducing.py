"""Introductions: two people are asked, each alone; when both have said yes, a thread begins. Any other answer is silent."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from goldenthread.people.models import Introductions, Person, Portrait
from goldenthread.threads.beginning import begin
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Asking, Introduction, Side, Who, pair_of


class IntroductionRequest(NamedTuple):
    """What goes with asking to be introduced: why, as the other reads it, what the one who asks reads of it, and how the
    other may reach them."""

    why: str
    mine: str
    reach: str


class TooLate(Exception):
    """Both have said yes by now, they have said no, or it was too long ago."""


@transaction.atomic
def introduce(one: Who, other: Who, *, by: Person, why: str, at: datetime, is_wanted: bool) -> Introduction:
    """Somebody who knows both says why they might like to meet. Twice is once.

    Where it is not wanted (rules.are_free, rules.would_be_asked) nobody is asked, and whoever made the introduction is told
    the same as ever: they learn neither who knows whom nor who would rather be left in peace.
    """
    pair = pair_of(one, other)
    introduction, is_new = Introduction.objects.get_or_create(
        one_id=pair[0], other_id=pair[1], by=by, defaults={"why": why, "at": at}
    )
    if is_new and is_wanted:
        Asking.objects.bulk_create(Asking(introduction=introduction, person_id=key, why=why) for key in pair)
    return introduction


@transaction.atomic
def ask_to_be_introduced(
    me: Person, other: Person, *, words: IntroductionRequest, at: datetime, is_wanted: bool
) -> None:
    """One of the two asks for it, and has said yes by that. Twice is once.

    Where it is not wanted (rules.are_free, rules.likes_introductions) the other is not asked, and nothing tells the one who
    asked: to them it looks like somebody who has not answered.
    """
    pair = pair_of(me, other)
    introduction, is_new = Introduction.objects.get_or_create(
        one_id=pair[0], other_id=pair[1], by=me, defaults={"why": words.why, "at": at, "is_asked_for": True}
    )
    if not is_new:
        return
    mine = Asking(introduction=introduction, person=me, why=words.mine, reach=words.reach, asked_at=at)
    mine.answer, mine.answered_at = Asking.Answer.YES, at
    theirs = Asking(introduction=introduction, person=other, why=words.why)
    Asking.objects.bulk_create([mine, theirs] if is_wanted else [mine])


@transaction.atomic
def answer(asking: Asking, chosen: str, *, reach: str, at: datetime, is_free: bool) -> bool:
    """What one of the two said. True if with it both have said yes. `is_free`: rules.are_free, asked a moment ago."""
    # Both may answer at once: whoever comes second sees what the first one said.
    introduction = Introduction.objects.select_for_update().get(pk=asking.introduction_id)
    open_still = Asking.objects.filter(pk=asking.pk, introduction__agreed_at=None).exclude(answer=Asking.Answer.NO)
    if not open_still.exists():
        raise TooLate
    asking.answer, asking.answered_at, asking.reach = chosen, at, reach if chosen == Asking.Answer.YES else ""
    asking.save(update_fields=["answer", "answered_at", "reach"])
    both = list(introduction.askings.filter(answer=Asking.Answer.YES))
    return len(both) == len(introduction.pair) and is_free and _agree(introduction, both, at)


def tell_whether_they_met(asking: Asking, met: str, *, at: datetime) -> None:
    """One yes is enough: neither would say so otherwise."""
    Asking.objects.filter(pk=asking.pk).update(met=met)
    if met == Asking.Met.YES:
        they_met([asking.introduction.pair], where=asking.introduction.where, at=at)


def pause(person: Person) -> None:
    """No more suggestions for now."""
    Portrait.objects.update_or_create(person=person, defaults={"introductions": Introductions.NOT_NOW})


def _agree(introduction: Introduction, both: list[Asking], at: datetime) -> bool:
    thread = begin(introduction.one_id, introduction.other_id, where=introduction.where, at=at)
    if thread is None:
        return False
    Introduction.objects.filter(pk=introduction.pk).update(agreed_at=at)
    for asking in both:
        Side.objects.update_or_create(
            owner=asking.person, whom_id=introduction.other_than(asking.person_id), defaults={"reach": asking.reach}
        )
    return True

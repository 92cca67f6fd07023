"""Questions of one gathering's own: asked, reworded while nobody has answered, ended, and copied with a plan."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from goldenthread.gatherings.bookings.models import BookingQuestion, Opening
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.own_questions import MOST_QUESTIONS, WORDING
from goldenthread.journal.note import note
from goldenthread.people.models import Person


class TooManyQuestions(Exception):
    """As many are asked as a form can bear."""


class AnsweredAlready(Exception):
    """Somebody answered it, or it is not asked any more: its words stand."""


@transaction.atomic
def ask(gathering: Gathering, wording: dict[str, Any], *, now: datetime, by: Person) -> BookingQuestion:
    _lock(gathering)
    if len(BookingQuestion.objects.of_those_who_book(gathering)) >= MOST_QUESTIONS:
        raise TooManyQuestions
    question = BookingQuestion.objects.create(gathering=gathering, by=by, at=now, **wording)
    note(by, "asked a question in the booking", gathering)
    return question


@transaction.atomic
def reword(question: BookingQuestion, wording: dict[str, Any], *, by: Person) -> BookingQuestion:
    """Another row in the same place: whoever has the form open answers no question that they have not read."""
    _lock(question.gathering)
    question = BookingQuestion.objects.select_related("gathering").get(pk=question.pk)
    if not may_be_reworded(question):
        raise AnsweredAlready
    question.delete()
    return BookingQuestion.objects.create(gathering=question.gathering, by=by, at=question.at, **wording)


@transaction.atomic
def end(question: BookingQuestion, *, now: datetime, by: Person) -> None:
    """Nobody is asked it any more. What was answered stays until its day; without an answer, nothing stays."""
    _lock(question.gathering)
    if question.answers.exists():
        BookingQuestion.objects.still_asked().filter(pk=question.pk).update(ended_at=now)
    else:
        question.delete()
    note(by, "ended a question in the booking", question.gathering)


def may_be_reworded(question: BookingQuestion) -> bool:
    return question.is_asked and not question.answers.exists()


def copy_questions(gathering: Gathering, copied: Gathering, *, by: Person) -> None:
    """Those that are still asked, and no answer."""
    for question in BookingQuestion.objects.of_those_who_book(gathering):
        wording = {name: getattr(question, name) for name in WORDING}
        BookingQuestion.objects.create(gathering=copied, by=by, **wording)


def _lock(gathering: Gathering) -> None:
    """Whoever books waits meanwhile. Where nobody can book yet, nobody answers."""
    if Opening.objects.filter(gathering=gathering).exists():
        Opening.objects.in_turn(gathering.pk)

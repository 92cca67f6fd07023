"""Questions of one call: asked, and ended. Answered, a question's words stand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.own_questions import MOST_QUESTIONS
from goldenthread.gatherings.voices.models import Call, CallQuestion
from goldenthread.journal.note import note
from goldenthread.people.models import Person


class EnoughQuestions(Exception):
    """As many are asked as a form can bear."""


@transaction.atomic
def add_question(call: Call, wording: dict[str, Any], *, now: datetime, by: Person) -> CallQuestion:
    Gathering.objects.select_for_update().get(pk=call.gathering_id)
    if CallQuestion.objects.still_asked().filter(call=call).count() >= MOST_QUESTIONS:
        raise EnoughQuestions
    question = CallQuestion.objects.create(call=call, by=by, at=now, **wording)
    note(by, "asked a question in the call", call.gathering)
    return question


@transaction.atomic
def end_question(question: CallQuestion, *, now: datetime, by: Person) -> None:
    """Nobody is asked it any more. What was answered stays until its day; without an answer, nothing stays."""
    if question.answers.exists():
        CallQuestion.objects.still_asked().filter(pk=question.pk).update(ended_at=now)
    else:
        question.delete()
    note(by, "ended a question in the call", question.call.gathering)

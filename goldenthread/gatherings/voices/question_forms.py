"""Questions of one call, as they stand in the form of whoever offers something: its fields, and what is kept of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction

from goldenthread.gatherings.plan.own_questions import PREFIX, OwnQuestionForm, by_field, field_of, initial_of, words_of
from goldenthread.gatherings.voices.models import Call, CallAnswer, CallQuestion, Contribution


class CallQuestionForm(OwnQuestionForm):
    """One question of a call, as a convenor words it."""

    class Meta(OwnQuestionForm.Meta):
        model = CallQuestion
        fields = [*OwnQuestionForm.Meta.fields, "seen_by"]
        widgets = OwnQuestionForm.Meta.widgets | {"seen_by": forms.RadioSelect}

    field_order = ["words", "purpose", "seen_by", "shape", "options", "is_needed", "keep_days"]


class CallQuestionsMixin(forms.BaseForm):
    """For a form of what somebody brings: it asks the questions of the call, too, and keeps what was answered."""

    cleaned_data: dict[str, Any]

    def ask_questions(self, call: Call | None, contribution: Contribution, *, is_draft: bool) -> None:
        """Each with what it is for, who sees the answer and until when. A draft can be saved without any."""
        self.questions = by_field(CallQuestion.objects.still_asked().filter(call=call).in_order())
        for name, question in self.questions.items():
            self.fields[name] = field_of(question, contribution.gathering)
            self.fields[name].required = question.is_needed and not is_draft
        if contribution.pk:
            self._fill_in(contribution)

    def needed_questions(self) -> list[str]:
        return [name for name, question in self.questions.items() if question.is_needed]

    def optional_questions(self) -> list[str]:
        return [name for name, question in self.questions.items() if not question.is_needed]

    @transaction.atomic
    def save_answers(self, contribution: Contribution) -> None:
        """What is said now counts, and what is left empty is forgotten. A question that is not asked any more keeps its answer."""
        of_these = CallAnswer.objects.of_contribution(contribution)
        # One may have been ended and gone while the form stood open.
        still_there = CallQuestion.objects.in_bulk([question.pk for question in self.questions.values()])
        for name, question in self.questions.items():
            words = words_of(self.cleaned_data.get(name) or "")
            if not words:
                of_these.filter(question=question.pk).delete()
            elif question.pk in still_there:
                CallAnswer.objects.update_or_create(
                    question=still_there[question.pk], contribution=contribution, defaults={"words": words}
                )

    def _fill_in(self, contribution: Contribution) -> None:
        answers = CallAnswer.objects.of_contribution(contribution).select_related("question")
        for answer in answers:
            self.initial[f"{PREFIX}{answer.question_id}"] = initial_of(answer.question, answer.words)

"""Questions of one gathering's own, as they stand in the booking form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from goldenthread.gatherings.bookings.models import BookingQuestion
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.own_questions import OwnQuestionForm, by_field, field_of, words_of


class QuestionsForm(forms.Form):
    """A form that asks the convenors' own questions, too."""

    def __init__(self, *args: Any, questions: Iterable[BookingQuestion] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.questions = by_field(questions)
        for name, question in self.questions.items():
            self.fields[name] = field_of(question)

    def say_until(self, gathering: Gathering) -> None:
        for name, question in self.questions.items():
            self.fields[name].who_sees = question.seen_in_words(gathering)  # type: ignore[attr-defined]

    def answers(self) -> dict[int, str]:
        """By question; empty where nothing was said."""
        return {question.pk: words_of(self.cleaned_data[name]) for name, question in self.questions.items()}

    def needed_questions(self) -> list[str]:
        return [name for name in self.questions if self.fields[name].required]

    def optional_questions(self) -> list[str]:
        return [name for name in self.questions if not self.fields[name].required]


class QuestionForm(OwnQuestionForm):
    """One question in the booking."""

    class Meta(OwnQuestionForm.Meta):
        model = BookingQuestion

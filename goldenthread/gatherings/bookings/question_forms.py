"""Questions of one gathering's own: as a convenor words them, and as they stand in a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import BookingQuestion, Shape
from goldenthread.gatherings.plan.models import Gathering

MOST_CHOICES, LONGEST_CHOICE = 20, 100
PREFIX = "question_"
CHOOSE = (Shape.ONE, Shape.SEVERAL)


class QuestionsForm(forms.Form):
    """A form that asks the convenors' own questions, too."""

    def __init__(self, *args: Any, questions: Iterable[BookingQuestion] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.questions = {f"{PREFIX}{question.pk}": question for question in questions}
        for name, question in self.questions.items():
            self.fields[name] = field_of(question)

    def say_until(self, gathering: Gathering) -> None:
        for name, question in self.questions.items():
            seen = _("Seen by the convenors. %(until)s") % {"until": question.until_in_words(gathering)}
            self.fields[name].who_sees = seen  # type: ignore[attr-defined]

    def answers(self) -> dict[int, str]:
        """By question; empty where nothing was said."""
        return {question.pk: _words(self.cleaned_data[name]) for name, question in self.questions.items()}

    def needed_questions(self) -> list[str]:
        return [name for name in self.questions if self.fields[name].required]

    def optional_questions(self) -> list[str]:
        return [name for name in self.questions if not self.fields[name].required]


def field_of(question: BookingQuestion) -> forms.Field:
    how: dict[str, Any] = {
        "label": question.words,
        "help_text": _("What it’s for: %(purpose)s") % {"purpose": question.purpose},
        "required": question.is_needed,
    }
    choices = [(choice, choice) for choice in question.choices]
    if question.shape == Shape.SEVERAL:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **how)
    if question.shape == Shape.ONE:
        # A button once pressed cannot be let go.
        none = [] if question.is_needed else [("", _("No answer"))]
        return forms.ChoiceField(choices=[*choices, *none], widget=forms.RadioSelect, **how)
    if question.shape == Shape.LINES:
        return forms.CharField(max_length=2000, widget=forms.Textarea({"rows": 3}), **how)
    return forms.CharField(max_length=400, **how)


def initial_of(question: BookingQuestion, words: str) -> str | list[str]:
    return words.splitlines() if question.shape == Shape.SEVERAL else words


class QuestionForm(forms.ModelForm):  # type: ignore[type-arg]  # Django’s own cannot be subscripted
    """One question, as a convenor words it."""

    class Meta:
        model = BookingQuestion
        fields = ["words", "purpose", "shape", "options", "is_needed", "keep_days"]
        widgets = {"options": forms.Textarea({"rows": 4}), "shape": forms.RadioSelect}

    def clean_options(self) -> str:
        lines = (" ".join(line.split()) for line in self.cleaned_data["options"].splitlines())
        choices = list(dict.fromkeys(filter(None, lines)))
        if self.cleaned_data.get("shape") not in CHOOSE:
            return ""
        if not 2 <= len(choices) <= MOST_CHOICES or any(len(choice) > LONGEST_CHOICE for choice in choices):
            raise forms.ValidationError(_("Please give two to twenty choices, one on each line, in a few words each."))
        return "\n".join(choices)

    def wording(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


def _words(value: str | list[str]) -> str:
    return value.strip() if isinstance(value, str) else "\n".join(value)

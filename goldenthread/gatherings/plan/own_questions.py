"""Questions of one gathering's own: as a convenor words them, and as they stand in a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.own_question import OwnQuestion, Shape

MOST_QUESTIONS = 5
MOST_CHOICES, LONGEST_CHOICE = 20, 100
PREFIX = "question_"
CHOOSE = (Shape.ONE, Shape.SEVERAL)
# What a convenor words; all of it is taken over where it is asked again.
WORDING = ("words", "purpose", "shape", "options", "is_needed", "keep_days")


def by_field(questions: Iterable[OwnQuestion]) -> dict[str, OwnQuestion]:
    """By the names of their fields in a form."""
    return {f"{PREFIX}{question.pk}": question for question in questions}


def field_of(question: OwnQuestion, gathering: Gathering | None = None) -> forms.Field:
    """With who sees the answer, where it is asked of whoever answers themselves."""
    field = _field_of_its_shape(question)
    if gathering:
        field.who_sees = question.seen_in_words(gathering)  # type: ignore[attr-defined]
    return field


def initial_of(question: OwnQuestion, words: str) -> str | list[str]:
    return words.splitlines() if question.shape == Shape.SEVERAL else words


def words_of(value: str | list[str]) -> str:
    """What was said, of several choices one a line."""
    return value.strip() if isinstance(value, str) else "\n".join(value)


def _field_of_its_shape(question: OwnQuestion) -> forms.Field:
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


class OwnQuestionForm(forms.ModelForm):  # type: ignore[type-arg]  # Django’s own cannot be subscripted
    """One question, as a convenor words it. Whose it is, the form of its wing says."""

    class Meta:
        model: type[OwnQuestion]
        fields = list(WORDING)
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

"""The cost, said quietly: a box that names the one who reads it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.forms import BookingForm
from goldenthread.gatherings.bookings.models.quiet_word import MOST_WORDS
from goldenthread.people.models import Person

ONLY = _("Only %(name)s reads this. It’s erased two weeks after the gathering")
SOMEBODY_ELSE = _(
    "%(name)s reads this now, and not the convenor who was named here before. If you’d still like to say it, press the button once more."
)
NOBODY = _(
    "Nobody reads what is said about the cost any more, so nothing was saved. Please press the button once more without it."
)


class CostField(forms.CharField):
    """Shown only where somebody is named who reads it."""

    def __init__(self, **more: Any) -> None:
        label = _("If the cost is too much, say so here: what could you give?")
        widget = forms.Textarea({"rows": 2})
        super().__init__(label=label, required=False, max_length=MOST_WORDS, widget=widget, **more)


class ToOneReader(forms.Form):
    """What is typed under one name goes to nobody else: the form brings back whom it named."""

    cost = CostField()
    cost_for = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def name_the_reader(self, reader: Person | None, stamp: str) -> None:
        """The box says who reads it; without anybody there is none."""
        if reader is None:
            del self.fields["cost"], self.fields["cost_for"]
            return
        self.fields["cost"].who_sees = ONLY % {"name": reader.known_as}  # type: ignore[attr-defined]
        self.fields["cost_for"].initial = stamp
        if self.is_bound:
            # Pressed once more, it is for whoever is named now.
            self.data = self.data.copy()
            self.data["cost_for"] = stamp

    def is_for(self, reader: Person | None, stamp: str) -> bool:
        """Whether whoever was named when it was typed still reads it. Otherwise it is said, and nothing is kept."""
        if not self.cleaned_data["cost"] or (reader and self.cleaned_data["cost_for"] == stamp):
            return True
        if reader:
            self.add_error("cost", SOMEBODY_ELSE % {"name": reader.known_as})
        else:
            self.add_error(None, NOBODY)
        return False


class AskingForm(ToOneReader, BookingForm):
    """Keep me a place; and below it, a line about the cost."""

    field_order = ("name", "email")

    def asked_of_everybody(self) -> list[forms.BoundField]:
        return [field for field in super().asked_of_everybody() if field.name not in {"cost", "cost_for"}]

    def said_quietly(self) -> list[forms.BoundField]:
        return [self[name] for name in ("cost", "cost_for") if name in self.fields]

    def wish_to(self, reader: Person | None, person: Person | None, language: str) -> PlaceRequest:
        return self.wish(person, language, cost=self.cleaned_data["cost"], cost_reader=reader)


class QuietForm(ToOneReader):
    """The same, on its own page."""


class CostAnswerForm(forms.Form):
    """What the one convenor answers."""

    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_(
            "They read it on the page of their booking. For example: “Come for nothing.” or “Ten pounds is fine.”"
        ),
        max_length=MOST_WORDS,
        widget=forms.Textarea({"rows": 2}),
    )

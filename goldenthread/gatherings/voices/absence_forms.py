"""What is asked of a voice about when they are not there."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.in_words import a_day


class AbsenceForm(forms.Form):
    """When somebody is not there: a day, and hours of it where it is not the whole day."""

    day = forms.TypedChoiceField(label=_("Which day?"), coerce=date.fromisoformat)
    from_time = forms.TimeField(
        label=_("From"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    until_time = forms.TimeField(
        label=_("Until"),
        help_text=_("Leave both empty for the whole day. An earlier hour here is on the next day."),
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )

    def __init__(self, *args: Any, days: list[date], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["day"].choices = [(day.isoformat(), a_day(day)) for day in days]  # type: ignore[attr-defined]

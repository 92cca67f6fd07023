"""What is asked of a voice about when they are not there."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.in_words import a_day

NOON = time(12)


class AbsenceForm(forms.Form):
    """When somebody is not there: a day, and hours of it or the whole day. Saved empty, it says neither."""

    day = forms.TypedChoiceField(label=_("Which day?"), coerce=date.fromisoformat)
    all_day = forms.BooleanField(label=_("The whole day"), required=False)
    from_time = forms.TimeField(
        label=_("From"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    until_time = forms.TimeField(
        label=_("Until"),
        help_text=_("Until 2:00 means the next morning."),
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )

    def __init__(self, *args: Any, days: list[date], longest: timedelta, **more: Any) -> None:
        super().__init__(*args, **more)
        self.longest = longest
        self.fields["day"].choices = [(day.isoformat(), a_day(day)) for day in days]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Past midnight it is until the next morning, and never for longer than the gathering is."""
        form_data = super().clean() or {}
        if form_data.pop("all_day", False):
            return form_data | {"from_time": None, "until_time": None}
        start, end = form_data.get("from_time"), form_data.get("until_time")
        if not (start or end or self.errors):
            self.add_error("all_day", _("Please say from when until when, or tick “The whole day”."))
        if start and end and end <= start:
            day = date.min
            lasts = datetime.combine(day + timedelta(days=1), end) - datetime.combine(day, start)
            if end >= NOON or lasts > self.longest:
                self.add_error(
                    "until_time",
                    _(
                        "That’s before the hour at which it starts. If you’re away for several days, add them one by one."
                    ),
                )
        return form_data

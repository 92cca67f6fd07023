"""What is asked on the day."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.day import rules
from goldenthread.gatherings.day.models import DaySheet, Reflection, Standing
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock


class DaySheetForm(forms.ModelForm):
    """What people need to know on the day."""

    class Meta:
        model = DaySheet
        fields = ["turn_to", "safeguarding", "quiet_room", "breaks", "meeting", "comes_next", "word"]
        widgets = {"breaks": forms.Textarea({"rows": 3}), "meeting": forms.Textarea({"rows": 3})}


class WordForm(forms.Form):
    """I am here: the word of the day."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("The name you booked with."),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Please give your name.")},
    )
    word = forms.CharField(
        label=_("The word of the day"),
        help_text=_(
            "It’s on the screen by the door. If you can’t find it, ask a host: they can mark you as here, too."
        ),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none"}),
    )


class WalkInForm(forms.Form):
    """Somebody stands in the door and is on no list."""

    name = forms.CharField(label=_("Their name"), max_length=80)
    once = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["once"].initial = secrets.token_urlsafe(24)

    def clean_once(self) -> str:
        return self.cleaned_data["once"] or secrets.token_urlsafe(24)


class StandingForm(forms.Form):
    """How somebody stands, from a list on paper or as it was remembered later."""

    standing = forms.ChoiceField(
        label=_("What should the list say?"), choices=Standing.choices, widget=forms.RadioSelect
    )
    time = forms.TimeField(
        label=_("From when?"),
        help_text=_("The time on the paper, such as 10:20. Leave it empty for the beginning, or for now."),
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    once = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False)

    def __init__(self, *args: Any, gathering: Gathering, **more: Any) -> None:
        super().__init__(*args, **more)
        self.gathering = gathering
        self.fields["once"].initial = secrets.token_urlsafe(24)

    def clean_once(self) -> str:
        return self.cleaned_data["once"] or secrets.token_urlsafe(24)

    def clean(self) -> dict[str, Any]:
        """What is typed in when it is over needs the time of the day itself: "now" would be no time at all."""
        typed, now = super().clean() or {}, clock.now()
        if "time" not in typed or not rules.needs_a_time(typed.get("standing", ""), self.gathering, now):
            return typed
        if typed["time"] is None or rules.is_over(self.gathering, self.moment(now)):
            self.add_error(
                "time", _("It’s over now, so please give the time at which they joined or left, such as 10:20.")
            )
        return typed

    def moment(self, now: datetime) -> datetime:
        """Of that press: a paper tells the hour, and the day is the day of the gathering."""
        typed, day = self.cleaned_data["time"], self.gathering.day
        if typed and day:
            return min(datetime.combine(day, typed, self.gathering.zone), now)
        return now


class ReflectionForm(forms.ModelForm):
    """One line for the wall."""

    class Meta:
        model = Reflection
        fields = ["words"]
        help_texts = {"words": _("No names: we don’t keep who wrote it. A host reads it before anybody else does.")}
        error_messages = {"words": {"required": _("Write a line.")}}

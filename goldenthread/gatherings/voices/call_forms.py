"""What convenors are asked about their call: its words, and until when."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.forms import within_reach
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.call_in_words import LAST_MINUTE
from goldenthread.gatherings.voices.calling import has_been_sent_to
from goldenthread.gatherings.voices.kind_forms import KindsForm
from goldenthread.gatherings.voices.models import Call

TO_READ, USUALLY, ONE_DAY = timedelta(days=28), timedelta(days=42), timedelta(days=1)
WORDS = _("Would you stand up and say something? A few lines are enough to begin with, and we’ll help.")


class UntilForm(forms.Form):
    """Until when: a day, and all of it."""

    until_day = forms.DateField(
        label=_("Until when can people offer something?"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("To the end of that day. You can keep it open for longer."),
    )

    def __init__(self, *args: Any, gathering: Gathering, now: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        self.gathering, self.now = gathering, now
        self.initial.setdefault("until_day", _suggested(gathering, now))

    def clean_until_day(self) -> date | None:
        day = within_reach(self.cleaned_data["until_day"])
        begins = None if self.gathering.is_postponed else self.gathering.day
        if day and _end_of(day, self.gathering) <= self.now:
            raise forms.ValidationError(_("That day has passed. Choose a later day."))
        if day and begins and day >= begins:
            words = _("The gathering begins on %(day)s, and its programme is made before. Choose an earlier day.")
            raise forms.ValidationError(words % {"day": date_format(begins, "j F Y")})
        return day

    @property
    def until(self) -> datetime:
        return _end_of(self.cleaned_data["until_day"], self.gathering)


class ExtensionForm(UntilForm):
    """For how much longer. Earlier is not longer: that is closing it."""

    def __init__(self, *args: Any, call: Call, now: datetime, **more: Any) -> None:
        super().__init__(*args, gathering=call.gathering, now=now, **more)
        self.call = call
        if call.until > now:
            self.initial["until_day"] = call.until.astimezone(call.gathering.zone).date()

    def clean_until_day(self) -> date | None:
        day = super().clean_until_day()
        until, is_longer = self.call.until, bool(day and _end_of(day, self.gathering) > self.call.until)
        # Closed by hand, it may open again until the day that was said.
        is_as_long = bool(self.call.is_closed and day and _end_of(day, self.gathering) == until)
        if day and not (is_longer or is_as_long):
            words = _("It was to be open until %(day)s. Choose a later day.")
            raise forms.ValidationError(words % {"day": date_format(until.astimezone(self.gathering.zone), "j F Y")})
        return day


class CallForm(forms.ModelForm):  # type: ignore[type-arg]
    """The call in words."""

    class Meta:
        model = Call
        fields = ["words", "looked_for", "is_blind"]
        widgets = {"words": forms.Textarea({"rows": 4}), "looked_for": forms.Textarea({"rows": 3})}
        help_texts = {
            "looked_for": _("Such as: stories of what went wrong, and people who have never spoken in public."),
            "is_blind": _("People then word it once more, without names, for those who read. You still see who it is."),
        }

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.initial["words"] = self.initial.get("words") or WORDS
        if self.instance.is_blind and has_been_sent_to(self.instance.gathering):
            self.fields["is_blind"].disabled = True
            self.fields["is_blind"].help_text = _("People have sent something, and were promised this. So it stays.")

    def wording(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


class CallOpeningForm(KindsForm, UntilForm, CallForm):
    """All that a call begins with: answered already, so that one press opens it."""

    def wording(self) -> dict[str, Any]:
        return super().wording() | {"until": self.until}

    @property
    def call_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("words", "looked_for", "until_day", "is_blind")]


def _end_of(day: date, gathering: Gathering) -> datetime:
    return datetime.combine(day, LAST_MINUTE, gathering.zone)


def _suggested(gathering: Gathering, now: datetime) -> date:
    """Four weeks before the day, so that there is time to read; nearer to it, half of the time that is left."""
    today = now.astimezone(gathering.zone).date()
    begins = None if gathering.is_postponed else gathering.day
    if begins is None:
        return today + USUALLY
    left = begins - today
    return begins - TO_READ if left >= 2 * TO_READ else max(today, min(today + left / 2, begins - ONE_DAY))

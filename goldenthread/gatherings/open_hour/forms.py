"""What people and convenors fill in for an open hour."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.kit.forms import LongSelect

MOST_LINES, LONGEST_LINE = 24, 80


class LinesField(forms.CharField):
    """Several short lines, none twice."""

    widget = forms.Textarea(attrs={"rows": 5})

    def clean(self, value: Any) -> Any:
        lines = list(dict.fromkeys(line.strip() for line in super().clean(value).splitlines() if line.strip()))
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(_("Please write %(n)s lines at most.") % {"n": MOST_LINES})
        if any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(_("Please keep each line under %(n)s characters.") % {"n": LONGEST_LINE})
        return lines


class OpenHourForm(forms.Form):
    """When and where."""

    rounds = LinesField(
        label=gettext_lazy("Rounds"), help_text=gettext_lazy("One on each line, such as: 14:00 to 14:40.")
    )
    corners = LinesField(
        label=gettext_lazy("Corners"), help_text=gettext_lazy("One on each line, such as: by the window.")
    )


class TopicForm(forms.Form):
    """A card."""

    title = forms.CharField(label=gettext_lazy("What would you like to talk about?"), max_length=120)
    words = forms.CharField(label=gettext_lazy("A line about it, if you like"), max_length=400, required=False)


class PaperTopicForm(TopicForm):
    """A card that somebody wrote on paper."""

    host = forms.ChoiceField(label=gettext_lazy("Who hosts it?"), required=False, widget=LongSelect)

    def __init__(self, *args: Any, bookings: Collection[Booking], **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_key = {str(booking.pk): booking for booking in bookings}
        choices = [("", _("Nobody yet")), *((key, booking.listed_as) for key, booking in self.by_key.items())]
        self.fields["host"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen_host(self) -> Booking | None:
        return self.by_key.get(self.cleaned_data["host"])


class TopicNoteForm(forms.Form):
    """What came of it."""

    words = forms.CharField(label=gettext_lazy("What came of it?"), max_length=400)

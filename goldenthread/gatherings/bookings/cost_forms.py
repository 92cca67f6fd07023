"""The cost, said quietly: on the page of a booking, and what the one who reads it answers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.forms import ToOneReader
from goldenthread.gatherings.bookings.models.quiet_word import MOST_WORDS


class QuietForm(ToOneReader):
    """What the cost is to somebody, on its own page."""


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

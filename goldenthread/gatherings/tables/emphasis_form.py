from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.tables.models import Arrangement, Emphasis, Mix


class EmphasisForm(forms.Form):
    """What matters most, chosen whenever tables are made. Not said, it is as it was the last time."""

    emphasis = forms.ChoiceField(
        label=_("What matters most?"), choices=Emphasis, required=False, widget=forms.RadioSelect
    )


def last_emphasis(arrangement: Arrangement | None) -> str:
    """Of the newest version, be it made or not."""
    newest = Mix.objects.of(arrangement).order_by("-number").first() if arrangement else None
    return newest.emphasis if newest else Emphasis.PEOPLE

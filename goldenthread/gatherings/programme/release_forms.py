from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ReleaseForm(forms.Form):
    """What changed, in the convenors' words."""

    words = forms.CharField(
        label=_("What has changed, in your words"),
        help_text=_("Everybody reads this above the programme. You can leave it empty."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

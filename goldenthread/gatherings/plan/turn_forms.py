from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models.pending_changes import LONGEST_REASON


class ReasonForm(forms.Form):
    """Why, in the convenors' own words. Shown to everybody."""

    because = forms.CharField(
        label=_("Why? In a few words"), widget=forms.Textarea({"rows": 3}), max_length=600, required=False,
        help_text=_("Everybody who sees the plan sees this.")
    )  # fmt: skip

    def __init__(self, *args: Any, must_say: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["because"].required = must_say


def a_reason() -> forms.CharField:
    """Why the plan changes: optional, and short enough for an e-mail that lists what changed."""
    return forms.CharField(
        label=_("Why? In one line, if you like"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=_("It goes into the e-mail, and everybody who sees the plan can read it."),
    )


class WaitingForm(forms.Form):
    """The reason of changes that wait to be e-mailed."""

    because = a_reason()


class AddressForm(forms.Form):
    """The last part of a gathering's address."""

    slug = forms.SlugField(
        label=_("Address"), max_length=60, help_text=_("Short words with hyphens, such as spring-meeting.")
    )

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"]).lower()
        if slug == "new":
            raise ValidationError(_("This word is taken. Please choose a different one."))
        return slug

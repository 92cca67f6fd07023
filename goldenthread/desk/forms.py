from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.desk.founding import Beginning
from goldenthread.kit.email_address import EmailAddressField


class FoundingForm(forms.Form):
    """The first questions of a house of one's own."""

    name = forms.CharField(label=_("What is your movement called?"), max_length=80)
    sentence = forms.CharField(label=_("Say in a sentence what it is about"), max_length=200)
    keeper = forms.CharField(
        label=_("What shall we call you?"), max_length=80, help_text=_("You keep the house, until you hand it over.")
    )
    email = EmailAddressField(label=_("Your e-mail"), help_text=_("You sign in with it, by a code. Only you see it."))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["keeper"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    @property
    def beginning(self) -> Beginning:
        return Beginning(**self.cleaned_data)

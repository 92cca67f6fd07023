import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.email_address import EmailAddressField


class LowerCaseEmail(EmailAddressField):
    """One address is one person, however it is typed."""

    def __init__(self, **more: Any) -> None:
        wrong = {"required": _("Type your e-mail address.")}
        super().__init__(**{"label": _("E-mail"), "error_messages": wrong, **more})
        self.widget.attrs |= {"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}


class JoinForm(forms.Form):
    name = forms.CharField(
        label=_("What shall we call you?"),
        help_text=_("First name is fine."),
        max_length=80,
        error_messages={"required": _("Tell us what to call you.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = LowerCaseEmail(help_text=_("We send a code to this address. You don’t need a password."), max_length=254)
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].who_sees = _("Seen by members")  # type: ignore[attr-defined]
        self.fields["email"].who_sees = _(  # type: ignore[attr-defined]
            "Seen by you and the keeper (who runs this site). When you book a place, the convenors of that gathering see it, too"
        )


class SignInForm(forms.Form):
    email = LowerCaseEmail(help_text=_("The address you booked or joined with."), max_length=254)
    next = forms.CharField(required=False, widget=forms.HiddenInput)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Six digits from our e-mail"),
        # Room for spaces and dashes: people paste what they were sent.
        max_length=40,
        error_messages={"required": _("Type the six digits from our e-mail.")},
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        digits = re.sub(r"[\s\W_]", "", unicodedata.normalize("NFKC", self.cleaned_data["code"]))
        if not re.fullmatch(r"[0-9]{6}", digits):
            raise forms.ValidationError(_("The code has six digits, such as 402 917."))
        return digits

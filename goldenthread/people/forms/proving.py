from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.people.forms.signing_in import LowerCaseEmail


class OtherAddressForm(forms.Form):
    """The other address by which I am known here."""

    email = LowerCaseEmail(help_text=_("We send a code there, to be sure that it’s yours."), max_length=254)


class PaperCodeForm(forms.Form):
    """A code that was given on paper. Dashes, spaces and capitals do not matter."""

    code = forms.CharField(
        label=_("The code on your paper"),
        max_length=40,
        error_messages={"required": _("Type the code from your paper.")},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

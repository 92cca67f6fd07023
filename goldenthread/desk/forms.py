from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.desk.about import our_words, own_words
from goldenthread.desk.founding import Beginning
from goldenthread.desk.models import OwnWords
from goldenthread.kit.email_address import EmailAddressField
from goldenthread.kit.house import the_house
from goldenthread.kit.models import House

ONE_LINE = {OwnWords.Part.FOR_WHOM, OwnWords.Part.REACH}
LONGEST_LINE, LONGEST_TEXT = 160, 4000


class FoundingForm(forms.Form):
    """The first questions of a house of one's own."""

    name = forms.CharField(label=_("What is your movement called?"), max_length=80)
    sentence = forms.CharField(label=_("Say in a sentence what it is about"), max_length=200)
    keeper = forms.CharField(
        label=_("What shall we call you?"),
        max_length=80,
        help_text=_("You run this site (we call that its keeper) until you hand it over."),
    )
    email = EmailAddressField(
        label=_("Your e-mail"), help_text=_("We send you a code when you sign in. Only you see the address.")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["keeper"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    @property
    def beginning(self) -> Beginning:
        return Beginning(**self.cleaned_data)


class OwnWordsForm(forms.Form):
    """A question for each part of the pages about this site. What is left empty is said in our words, which stand beside it."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        own, this = own_words(), the_house()
        for field in (House._meta.get_field("name"), House._meta.get_field("sentence")):
            self.fields[field.name] = field.formfield(initial=getattr(this, field.name, ""))  # type: ignore[assignment]
        for part in OwnWords.Part:
            self.fields[part.value] = _question(part, own.get(part, ""))

    @property
    def words(self) -> dict[str, str]:
        return {part.value: self.cleaned_data[part.value] for part in OwnWords.Part}


def _question(part: OwnWords.Part, own: str) -> forms.CharField:
    rows = 2 if part in ONE_LINE else 5
    return forms.CharField(
        label=part.label,
        initial=own,
        required=False,
        max_length=LONGEST_LINE if part in ONE_LINE else LONGEST_TEXT,
        widget=forms.Textarea({"rows": rows}),
        help_text=_hint(part),
    )


def _hint(part: OwnWords.Part) -> str:
    if part is OwnWords.Part.REACH:
        return str(_("An e-mail address, a telephone number or both. Everybody can see it."))
    if part is OwnWords.Part.WHO:
        return str(_("Say your names, and the organisation if there is one. Everybody can see it."))
    ours = our_words(part)
    return str(_("If you leave this empty, the page says: %(ours)s")) % {"ours": " ".join(ours.split())} if ours else ""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_HELLO = 600
# An e-mail from this site is trusted, and so would be a link in it to anywhere.
A_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)


class HelloForm(forms.Form):
    """A few lines from one member to another, and whether the other may see one's address."""

    words = forms.CharField(
        label=_("What would you like to say?"),
        max_length=LONGEST_HELLO,
        help_text=_("A few lines are enough. We send them on by e-mail, with your name."),
        error_messages={"required": _("Write a line or two.")},
        widget=forms.Textarea({"rows": 6}),
    )
    shows_address = forms.BooleanField(
        label=_("Show them my e-mail address"),
        required=False,
        help_text=_("They can then write to you directly. If you don’t, they can still answer through this site."),
    )

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"])
        if A_LINK.search(words):
            raise forms.ValidationError(_("Please leave out links to web pages: a hello is words only."))
        return words

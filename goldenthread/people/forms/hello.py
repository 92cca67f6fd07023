from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.forms import words_only

LONGEST_HELLO = 600


class HelloForm(forms.Form):
    """A few lines from one member to another, and whether the other may see one's address."""

    words = forms.CharField(
        label=_("What would you like to say?"),
        max_length=LONGEST_HELLO,
        help_text=_("A few lines are enough. We send them on by e-mail, with your name."),
        error_messages={"required": _("Write a line or two.")},
        widget=forms.Textarea({"rows": 6}),
        validators=[words_only],
    )
    shows_address = forms.BooleanField(
        label=_("Show them my e-mail address"),
        required=False,
        help_text=_("They can then write to you directly. If you don’t, they can still answer through this site."),
    )

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.afterwards.models import Feedback, Outcome
from goldenthread.kit.pdf.sheets import PaperSize, sizes


class OutcomeForm(forms.ModelForm):
    """What came of it."""

    class Meta:
        model = Outcome
        fields = ["words"]
        help_texts = {
            "words": _("Everybody can read it on the gathering’s page. A line that begins with * is an item of a list.")
        }


class NoteForm(forms.Form):
    """A note on the second page."""

    note = forms.CharField(
        label=_("My own note"),
        help_text=_(
            "If you like: what you learned, for your own records. It is printed on a second page. We don’t keep it."
        ),
        max_length=1500,
        required=False,
        widget=forms.Textarea({"rows": 6}),
    )
    paper = forms.ChoiceField(label=_("Paper"), choices=sizes, required=False)

    def clean_paper(self) -> str:
        return self.cleaned_data["paper"] or PaperSize.A4


class FeedbackForm(forms.ModelForm):
    """Three questions."""

    class Meta:
        model = Feedback
        fields = ["good", "hard", "next"]
        widgets = {name: forms.Textarea({"rows": 3}) for name in fields}


class CodeOfCertificateForm(forms.Form):
    """The code on a certificate."""

    code = forms.CharField(label=_("The code on the certificate"), max_length=20)

    def clean_code(self) -> str:
        """However it is typed."""
        bare = "".join(c for c in self.cleaned_data["code"].upper() if c.isalnum())
        return "-".join([bare[:4], bare[4:8], bare[8:12]]) if len(bare) == 12 else bare

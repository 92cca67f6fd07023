import re
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.outbox.models import Circular

FIELD = re.compile(r"\{[^{}\n]*\}")


class CircularForm(forms.ModelForm):
    """The words of an e-mail to many. What it knows of its receivers is their name."""

    class Meta:
        model = Circular
        fields = ["subject", "words", "shows_address"]
        labels = {
            "subject": _("Subject"),
            "words": _("Your e-mail"),
            "shows_address": _("Let them answer me by e-mail"),
        }
        help_texts = {
            "words": _("Each of them gets an e-mail of their own. Where you write {name}, they read their own name."),
        }
        error_messages = {
            "subject": {"required": _("Say in a few words what it is about.")},
            "words": {"required": _("Write something to them.")},
        }
        widgets = {"words": forms.Textarea({"rows": 14})}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("subject", "words"):
            if strange := set(FIELD.findall(cleaned.get(name) or "")) - {"{name}"}:
                wrong = _("We can fill in only {name}. %(strange)s would be sent as it is.")
                self.add_error(name, forms.ValidationError(wrong, params={"strange": min(strange)}))
        return cleaned


class MailingForm(CircularForm):
    """The words of an e-mail to many, and which of them it is for."""

    whom = forms.ChoiceField(label=_("Who is it for?"))
    field_order = ["whom", "subject", "words", "shows_address"]

    def __init__(self, *args: Any, whom: type[models.TextChoices], writer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if writer and writer.email:
            help_text = _("Answers go to %(address)s, and everybody who gets your e-mail can see that address.")
            self.fields["shows_address"].help_text = help_text % {"address": writer.email}
        else:
            del self.fields["shows_address"]
        self.fields["whom"].choices = whom.choices  # type: ignore[attr-defined]  # a ChoiceField

"""Forms of those who decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.voices.models import Decision
from goldenthread.gatherings.voices.models.decision import missing_in
from goldenthread.kit.forms import words_only

STILL_WANTED = {
    "reason": _("Please say why, in a line or two. They gave you something, and this is what they’ll have of it."),
    "door": _("Please choose where else it could have a place, so that nobody goes away with nothing."),
}
IF_THERE_IS = _(
    "Of an open hour or a wall, their e-mail says “if there is one on the day”: please see to it that there is."
)


class DecisionForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is decided, why, and where else it has a place."""

    class Meta:
        model = Decision
        fields = ["answer", "reason", "door"]
        widgets = {"answer": forms.RadioSelect, "door": forms.RadioSelect, "reason": forms.Textarea({"rows": 5})}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["answer"].choices = Decision._meta.get_field("answer").choices  # type: ignore[attr-defined]
        self.fields["door"].help_text = IF_THERE_IS
        self.fields["door"].choices = [("", _("None")), *(Decision._meta.get_field("door").choices or [])]  # type: ignore[attr-defined]

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        words_only(reason)
        return reason

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or self.cleaned_data
        if answer := data.get("answer"):
            for name in missing_in(answer, data.get("reason", ""), data.get("door", "")):
                if name not in self.errors:
                    self.add_error(name, STILL_WANTED[name])
        return data

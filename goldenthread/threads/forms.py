"""What we ask about one's own thread."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.threads.models import Side
from goldenthread.threads.models.introduction import LONGEST_WHY
from goldenthread.threads.models.side import LONGEST_WAY

NOBODY_BUT_YOU = _("Seen by nobody but you")


class SideForm(forms.ModelForm):
    """My side: a note for myself, and how the other may reach me."""

    class Meta:
        model = Side
        fields = ["note", "reach", "is_near"]
        widgets = {"note": forms.Textarea({"rows": 4}), "reach": forms.TextInput({"autocomplete": "off"})}

    def __init__(self, *args: Any, has_thread: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["note"].help_text = _("What you would like to remember. It lies sealed.")
        self.fields["is_near"].help_text = _("Above everybody else on your thread.")
        self.fields["note"].who_sees = self.fields["is_near"].who_sees = NOBODY_BUT_YOU  # type: ignore[attr-defined]
        self.fields["reach"].help_text = _("Such as an e-mail address, or a number and when to ring.")
        self.fields["reach"].who_sees = _("Seen by them, as long as your thread lasts")  # type: ignore[attr-defined]
        if not has_thread:
            del self.fields["reach"]


class EndingForm(forms.Form):
    """No reason is asked."""

    is_apart = forms.BooleanField(
        label=_("And please do not introduce us, nor seat us together"),
        required=False,
        help_text=_("Nobody is told that you wish it."),
    )


class IntroducingForm(forms.Form):
    """Two people whom I have met, and why they might like to meet."""

    one = forms.ChoiceField(label=_("Whom would you like to introduce?"))
    other = forms.ChoiceField(label=_("And to whom?"))
    why = forms.CharField(
        label=_("Why might they like to meet?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea({"rows": 5}),
        help_text=_(
            "Both read this with your name, before they know who the other is. So leave out names, and what was told to you alone."
        ),
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        choices = [("", _("Please choose")), *people]
        for name in ("one", "other"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("one") and cleaned.get("one") == cleaned.get("other"):
            self.add_error("other", _("Please choose two different people."))
        return cleaned


class IntroductionRequestForm(forms.Form):
    """Why I would like to meet somebody, and how they may reach me."""

    why = forms.CharField(
        label=_("Why would you like to meet them?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("They read this before they know who you are, so leave out your name."),
        error_messages={"required": _("Say why in a line or two.")},
    )
    reach = forms.CharField(
        label=_("How may they reach you?"),
        max_length=LONGEST_WAY,
        help_text=_("Such as an e-mail address, or a number and when to ring."),
        error_messages={"required": _("Say how they can reach you.")},
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["why"].who_sees = _("Seen by them, without your name")  # type: ignore[attr-defined]
        self.fields["reach"].who_sees = _("Seen by them, and only once they have said yes")  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """How the other may reach me, should both of us say yes."""

    reach = forms.CharField(
        label=_("If you say yes: how may they reach you?"),
        max_length=LONGEST_WAY,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["reach"].who_sees = _("Seen by them, and only once both of you have said yes")  # type: ignore[attr-defined]

"""What we ask about one's own thread."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.forms import words_only
from goldenthread.threads.models import Side
from goldenthread.threads.models.introduction import LONGEST_WHY
from goldenthread.threads.models.side import LONGEST_WAY

ONLY_YOU = _("Only you see this")


class SideForm(forms.ModelForm):
    """My side: a note for myself, and where it stands on my thread."""

    class Meta:
        model = Side
        fields = ["note", "is_near"]
        widgets = {"note": forms.Textarea({"rows": 4})}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["note"].help_text = _("What you would like to remember.")
        self.fields["is_near"].help_text = _("Above everybody else under “My threads”.")
        self.fields["note"].who_sees = self.fields["is_near"].who_sees = ONLY_YOU  # type: ignore[attr-defined]


class ReachForm(forms.Form):
    """How one other may reach me while our thread lasts."""

    class Reach(models.TextChoices):
        EMAIL = "email", _("Yes, by e-mail")
        WORDS = "words", _("Yes, by telephone or in another way")
        SITE = "site", _("Only through this site")

    how = forms.ChoiceField(label=_("May they reach you?"), choices=Reach, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Your telephone number, or another way"),
        max_length=LONGEST_WAY,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=_("Such as a number and when to ring. You need it only for the second answer."),
    )

    def __init__(self, data: Any = None, *, email: str, reach: str | None) -> None:
        """`reach` is what I said before: nothing is "only through this site", None that I have not said."""
        before = {email: self.Reach.EMAIL, "": self.Reach.SITE, None: ""}.get(reach, self.Reach.WORDS)
        words = reach if before == self.Reach.WORDS else ""
        super().__init__(data, initial={"how": before, "words": words})
        self.email = email
        by_email = _("Yes, by e-mail: %(address)s") % {"address": email}
        labels = {self.Reach.EMAIL.value: by_email} if email else {}
        choices = [(value, labels.get(value, label)) for value, label in self.Reach.choices]
        self.fields["how"].choices = choices if email else choices[1:]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.who_sees = _("Only they see it, as long as your thread lasts")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("how") == self.Reach.WORDS and not cleaned.get("words"):
            self.add_error("words", _("Please write how they can reach you, or choose another answer."))
        return cleaned

    @property
    def reach(self) -> str:
        """What the other reads."""
        words: dict[str, str] = {self.Reach.EMAIL: self.email, self.Reach.WORDS: self.cleaned_data["words"]}
        return words.get(self.cleaned_data["how"], "")


class EndingForm(forms.Form):
    """No reason is asked."""

    is_apart = forms.BooleanField(
        label=_("Please don’t seat us together or introduce us again"),
        required=False,
        help_text=_("Only you see this."),
    )


class IntroducingForm(forms.Form):
    """Two people whom I have met, and why they might like to meet."""

    one = forms.ChoiceField(label=_("Who would you like to introduce?"))
    other = forms.ChoiceField(label=_("And who to?"))
    why = forms.CharField(
        label=_("Why might they like to meet?"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea({"rows": 5}),
        help_text=_(
            "Both of them read this, with your name, before they know who the other is. So please leave out names, and anything they told only you."
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
        validators=[words_only],
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
        self.fields["reach"].who_sees = _("They see it only once you have both said yes")  # type: ignore[attr-defined]

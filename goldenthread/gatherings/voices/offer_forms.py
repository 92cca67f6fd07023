"""What is asked of those who bring something. A title and three lines are enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.voices.models import (
    Call,
    Contribution,
    ContributionKind,
    HelpAsked,
    HelpOffer,
    Voice,
    VoiceTerms,
)
from goldenthread.gatherings.voices.question_forms import CallQuestionsMixin
from goldenthread.kit.forms import NameField, words_only
from goldenthread.people.forms import LowerCaseEmail

if TYPE_CHECKING:
    from goldenthread.people.models import Person

CONVENORS = _("Seen only by the convenors")
WITHOUT_NAMES = _("Seen by those who read for the convenors. They see no names")
WHY_TWO = _(
    "Those who read don’t see who wrote it. Please leave out here what would show that it’s you: names, places, where you work."
)
THE_SAME = _("The same words as above: nothing in them shows who it is")
A_WORDING_IS_WANTED = _(
    "Those who read don’t see names. Please write here what they may read, or tick that it may be the same words."
)
IF_YOU_LIKE = ("kind", "minutes", "needs")


class WordingForm(CallQuestionsMixin, forms.ModelForm):  # type: ignore[type-arg]
    """What it is. To save it, a title is enough."""

    what_the_title_shows = _("Those who read see this title: leave out what shows who you are.")
    why_two = WHY_TWO
    same_for_readers = forms.BooleanField(label=THE_SAME, required=False)

    class Meta:
        model = Contribution
        fields = ("title", "words", "words_for_readers", "kind", "minutes", "needs")
        widgets = {
            "words": forms.Textarea({"rows": 5}),
            "words_for_readers": forms.Textarea({"rows": 5}),
            "needs": forms.Textarea({"rows": 2}),
        }
        error_messages = {"title": {"max_length": _("That’s too long: %(limit_value)d characters at most, please.")}}
        help_texts = {"words": _("Three lines are enough.")}

    def __init__(self, *args: Any, call: Call | None, sends: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.sends = self.fields["words"].required = sends
        self._ask_by_the_call(call)
        self.ask_questions(call, self.instance, is_draft=not sends)
        is_blind = bool(call and call.is_blind)
        self.fields["title"].help_text = self.what_the_title_shows if is_blind else ""
        seen_by = {"needs": CONVENORS} | ({"words": CONVENORS} if is_blind else {})
        for name, who_sees in ({"words_for_readers": WITHOUT_NAMES} | seen_by).items():
            if name in self.fields:
                self.fields[name].who_sees = who_sees  # type: ignore[attr-defined]

    def _ask_by_the_call(self, call: Call | None) -> None:
        kinds = ContributionKind.objects.offered_at(call, besides=self.instance.kind_id) if call else None
        if kinds:
            self.fields["kind"].queryset = kinds  # type: ignore[attr-defined]
            self.fields["kind"].label = _("What kind of thing is it?")
            self.fields["kind"].empty_label = _("I don’t know yet")  # type: ignore[attr-defined]
        else:
            del self.fields["kind"]
        if call and call.is_blind:
            self.fields["words_for_readers"].help_text = self.why_two
        else:
            del self.fields["words_for_readers"], self.fields["same_for_readers"]

    def clean_title(self) -> str:
        """It stands in e-mails of ours."""
        title: str = " ".join(self.cleaned_data["title"].split())
        words_only(title)
        return title

    def clean(self) -> dict[str, Any]:
        """What readers read is written or ticked; what is written counts more than a tick."""
        form_data: dict[str, Any] = super().clean() or self.cleaned_data
        if form_data.get("same_for_readers") and "words_for_readers" not in self.changed_data:
            form_data["words_for_readers"] = form_data.get("words", "")
        is_missing = "words_for_readers" in self.fields and not form_data.get("words_for_readers")
        if self.sends and is_missing and "words" not in self.errors:
            self.add_error("words_for_readers", A_WORDING_IS_WANTED)
        return form_data

    def asked_of_everybody(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in (*IF_YOU_LIKE, *self.optional_questions())]

    def asked_if_you_like(self) -> list[forms.BoundField]:
        return [self[name] for name in (*self.optional_questions(), *IF_YOU_LIKE) if name in self.fields]

    def tells_more(self) -> bool:
        """Whether something stands in the folded part, which is open then."""
        return any(field.errors or field.value() for field in self.asked_if_you_like())


class ContributionForm(WordingForm):
    """Bring something. Whoever is known is not asked again who they are."""

    name = NameField(
        label=_("Your name"),
        max_length=80,
        error_messages={"required": _("Tell us what to call you.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = LowerCaseEmail(help_text=_("We’ll e-mail you a link to what you write here."), max_length=254)

    def __init__(self, *args: Any, person: Person | None, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("name", "email"):
            self.fields[name].who_sees = CONVENORS  # type: ignore[attr-defined]
        if person:
            del self.fields["name"], self.fields["email"]

    def voice(self, person: Person | None, language: str) -> Voice:
        if person:
            return Voice(
                person=person, name=person.known_as, email=(person.email or "").lower(), language=person.language
            )
        return Voice(name=self.cleaned_data["name"], email=self.cleaned_data["email"], language=language)


class CoVoiceForm(forms.Form):
    """Who else brings it."""

    name = NameField(label=_("Their name"), max_length=80)
    email = LowerCaseEmail(label=_("Their e-mail address"), max_length=254)


class OneLineForm(forms.ModelForm):  # type: ignore[type-arg]
    """It stands in e-mails of ours."""

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        words_only(words)
        return words


class HelpForm(OneLineForm):
    """One line, which is all that members read of it."""

    class Meta:
        model = HelpAsked
        fields = ("words",)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["words"].who_sees = _("Seen by members, with your name. They see nothing else of what you wrote")  # type: ignore[attr-defined]


class HelpOfferForm(OneLineForm):
    """One line to whoever asked."""

    class Meta:
        model = HelpOffer
        fields = ("words",)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["words"].who_sees = _("Seen by the person who asked, with your name")  # type: ignore[attr-defined]


class TermsForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the convenors would agree with one voice."""

    class Meta:
        model = VoiceTerms
        fields = ("fee", "expenses", "supporter")


class PaperContributionForm(ContributionForm):
    """What somebody told a convenor. An address is not needed."""

    what_the_title_shows = _("Those who read see this title: leave out what shows who told it.")
    why_two = _(
        "Those who read don’t see who told it. Please leave out here what would show it: names, places, where they work."
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, person=None, **more)
        self.fields["name"].label = _("Who told it?")
        self.fields["email"].required = False
        self.fields["email"].help_text = _("If they have one, we ask them there whether it’s right.")


class VoiceAddressForm(forms.Form):
    """Where somebody on paper can be written to after all."""

    email = LowerCaseEmail(label=_("Their e-mail address"), max_length=254)

"""What I tell of myself, and who sees it: beside each line."""

from typing import Any

from django import forms
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from goldenthread.people.audience import CHOSEN
from goldenthread.people.models import Finding, Hat, Person, Portrait
from goldenthread.people.telling import tell

KNOWN = ["chosen_name", "pronouns", "language", "letters_rhythm"]
WHO_SEES = {
    "chosen_name": _("Seen by members. If you convene a gathering, everybody sees it there"),
    "pronouns": _("Seen by members"),
    "language": _("Seen only by you"),
    "letters_rhythm": _("Seen only by you"),
    "is_to_be_found": _("Seen only by you"),
    "hellos": _("Your e-mail address is never shown"),
    "access_needs": _("Seen by hosts of gatherings you come to, and nobody else"),
}
AUDIENCES = [f"{line}_audience" for line in CHOSEN]
ASKED_LATER = [*AUDIENCES, "hellos"]
NOT_SAID = _("I would rather not say")
GROUPS = [
    (_("How we know you"), ["chosen_name", "pronouns"]),
    (
        _("You and relational practice"),
        [
            "familiarity familiarity_audience",
            "region region_audience",
            "brings brings_audience",
            "looks_for looks_for_audience",
            "introductions introductions_audience",
        ],
    ),
    (_("So that you can take part well"), ["access_needs"]),
    (_("How we write to you"), ["language", "letters_rhythm"]),
    (_("Being found"), ["is_to_be_found", "hellos"]),
]


class MeForm(forms.ModelForm):
    """My page: how I am known, and what I tell to whom."""

    is_to_be_found = forms.BooleanField(
        label=_("Members can find me among the people here"),
        required=False,
        help_text=_("They find you only by what you let members see. People who haven’t joined can’t see anybody."),
    )

    class Meta:
        model = Portrait
        fields = [
            "familiarity",
            "region",
            "brings",
            "looks_for",
            "introductions",
            "access_needs",
            "hellos",
            *AUDIENCES,
        ]
        widgets = {
            "brings": forms.Textarea({"rows": 3}),
            "looks_for": forms.Textarea({"rows": 3}),
            "access_needs": forms.Textarea({"rows": 3}),
            "hellos": forms.RadioSelect(),
        }
        help_texts = {
            "brings": _("Such as: a story to tell, a room to meet in, years of listening."),
            "looks_for": _("Such as: somebody who has done this in a school."),
            "access_needs": _(
                "Only if you like. We store it encrypted, and show it only to the hosts who can do something about it."
            ),
            "hellos": _(
                "They write a few lines on this site, and we send them on by e-mail. You can stop it at any time."
            ),
        }

    def __init__(self, *args: Any, person: Person, **more: Any) -> None:
        super().__init__(*args, **more)
        self.person = person
        self.fields |= fields_for_model(Person, KNOWN, widgets=HOW_KNOWN)
        self.initial.update({name: getattr(person, name) for name in KNOWN})
        self.initial["is_to_be_found"] = Finding.objects.filter(person=person).exists()
        self.fields["chosen_name"].help_text = _("If you leave this empty, we say “%(name)s”.") % {"name": person.name}
        self.fields["pronouns"].help_text = _("Only if you like. Such as: she/her, they/them.")
        for name, seen in WHO_SEES.items():
            self.fields[name].who_sees = seen  # type: ignore[attr-defined]
        for name in ASKED_LATER:
            # Whoever sends a form without it leaves it as it was.
            self.fields[name].required = False
        _let_it_be_left_out(self, "familiarity", "region", "introductions")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ASKED_LATER:
            cleaned[name] = cleaned.get(name) or getattr(self.instance, name)
        return cleaned

    def keep(self) -> None:
        known = {name: self.cleaned_data[name] for name in KNOWN}
        tell(self.person, known=known, portrait=self.instance, is_to_be_found=self.cleaned_data["is_to_be_found"])

    @property
    def groups(self) -> list[tuple[Any, list[list[forms.BoundField]]]]:
        """The fields under their headings; those of one row belong together."""
        return [(heading, [[self[name] for name in row.split()] for row in rows]) for heading, rows in GROUPS]


HOW_KNOWN: dict[str, type[forms.Widget] | forms.Widget] = {
    "chosen_name": forms.TextInput({"autocomplete": "nickname"}),
    "pronouns": forms.TextInput({"autocomplete": "off"}),
    "letters_rhythm": forms.RadioSelect(),
}


class HatForm(forms.ModelForm):
    """One hat: in what words, who sees it, and what it may be used for."""

    class Meta:
        model = Hat
        fields = ["words", "audience", "is_for_mixing", "is_for_being_found", "is_for_counts"]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        words = self.fields["words"]
        words.required = self.instance.is_role
        words.help_text = (
            _("Such as: ward manager, volunteer, trainer.") if self.instance.is_role else _("Only if you like.")
        )

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"])
        others = Hat.objects.filter(person=self.instance.person_id, sector="", words=words).exclude(pk=self.instance.pk)
        if self.instance.is_role and others.exists():
            raise forms.ValidationError(_("This is on your page already."))
        return words


def _let_it_be_left_out(form: forms.ModelForm, *names: str) -> None:
    for name in names:
        field: Any = form.fields[name]
        field.choices = [("", NOT_SAID), *(choice for choice in field.choices if choice[0])]

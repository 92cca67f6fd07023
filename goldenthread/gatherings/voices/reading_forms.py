"""Forms of those who read, and of convenors who ask them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.asking_readers import ReaderRequest
from goldenthread.gatherings.voices.models import Leaning, Readership
from goldenthread.gatherings.voices.pile import PileSheet
from goldenthread.kit import clock
from goldenthread.kit.email_address import EmailAddressField
from goldenthread.kit.forms import NameField

HERE_ALREADY = _("A reading of theirs is here already. Leave this out.")
YOURS = _("You typed this in. If you mistyped, correct it: how it read before stays beside it, with your name.")
LONGEST = timedelta(days=366)


class TaskForm(forms.Form):
    """Until when somebody reads."""

    last_day = forms.DateField(
        label=_("Until which day, the day itself included?"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Their task ends by itself that evening."),
    )
    has_lived_experience = forms.BooleanField(
        label=_("They read from lived experience"),
        required=False,
        help_text=_(
            "Only if they said so to you. Two people at least read so, or none: nobody should read alone for many."
            " Only you and those who convene with you see this tick, and it never stands beside what somebody wrote."
        ),
    )

    def __init__(self, *args: Any, gathering: Gathering, **more: Any) -> None:
        super().__init__(*args, **more)
        self.gathering = gathering

    def clean_last_day(self) -> date:
        last_day: date = self.cleaned_data["last_day"]
        today = clock.now().astimezone(self.gathering.zone).date()
        if not today <= last_day <= today + LONGEST:
            raise forms.ValidationError(_("Please choose a day from today on, within a year."))
        return last_day

    def until(self) -> datetime:
        after: date = self.cleaned_data["last_day"] + timedelta(days=1)
        return datetime.combine(after, time.min, self.gathering.zone)

    @classmethod
    def initial_of(cls, readership: Readership) -> dict[str, object]:
        return {"last_day": readership.last_day, "has_lived_experience": readership.has_lived_experience}


class ReaderForm(TaskForm):
    """Ask somebody to read."""

    name = NameField(label=_("Name"), max_length=80)
    email = EmailAddressField(
        label=_("E-mail"),
        required=False,
        help_text=_("Leave it empty if they read on paper: you can type in what they say."),
    )
    field_order = ["name", "email", "last_day", "has_lived_experience"]

    def wanted(self) -> ReaderRequest:
        data = self.cleaned_data
        return ReaderRequest(data["name"], data["email"] or "", self.until(), data["has_lived_experience"])


class ReadingForm(forms.Form):
    """What one thinks of one contribution."""

    leaning = forms.ChoiceField(label=_("What would you do?"), choices=Leaning, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Why, in a few words"), max_length=2000, required=False, widget=forms.Textarea({"rows": 5})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class ReadingsOnPaperForm(forms.Form):
    """What came back on paper, for many at once. What has no answer stays as it is."""

    def __init__(
        self,
        *args: Any,
        sheets: Sequence[PileSheet],
        here_already: Collection[int] = (),
        typed_in: Collection[int] = (),
        **more: Any,
    ) -> None:
        """`here_already`: what nobody else types in over what the reader said; `typed_in`: what this convenor can correct."""
        super().__init__(*args, **more)
        self.sheets, self.here_already = sheets, here_already
        self.help_texts = dict.fromkeys(here_already, HERE_ALREADY) | dict.fromkeys(typed_in, YOURS)
        for sheet in sheets:
            self._ask_about(sheet)

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or {}
        for sheet in self.sheets:
            names = (f"leaning_{sheet.number}", f"words_{sheet.number}")
            if sheet.number in self.here_already and any(data.get(name) for name in names):
                self.add_error(
                    names[0], _("A reading of theirs is here already, and stays as it is. Only they can change it.")
                )
            elif data.get(f"words_{sheet.number}") and not data.get(f"leaning_{sheet.number}"):
                self.add_error(f"leaning_{sheet.number}", _("Please say what they would do with it."))
        return data

    def answers(self) -> Iterator[tuple[PileSheet, dict[str, Any]]]:
        """What was filled in and says something new."""
        for sheet in self.sheets:
            names = {"leaning": f"leaning_{sheet.number}", "words": f"words_{sheet.number}"}
            if self.cleaned_data[names["leaning"]] and set(names.values()) & set(self.changed_data):
                words = {field: self.cleaned_data[name] for field, name in names.items()}
                yield sheet, words | {"version": sheet.contribution.version}

    def _ask_about(self, sheet: PileSheet) -> None:
        reading = sheet.reading
        title = {"number": sheet.number, "title": sheet.contribution.title}
        self.fields[f"leaning_{sheet.number}"] = forms.ChoiceField(
            label=_("No. %(number)s, %(title)s") % title,
            choices=[("", _("Nothing yet")), *Leaning.choices],
            required=False,
            help_text=self.help_texts.get(sheet.number, ""),
            initial=reading.leaning if reading else "",
        )
        self.fields[f"words_{sheet.number}"] = forms.CharField(
            label=_("The words about no. %(number)s") % title,
            max_length=2000,
            required=False,
            initial=reading.words if reading else "",
            widget=forms.Textarea({"rows": 2}),
        )

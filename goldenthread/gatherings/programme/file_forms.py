"""A programme from somebody's machine, and on which days it is to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan.in_words import a_day
from goldenthread.gatherings.programme.import_columns import SessionColumns, guess
from goldenthread.kit.column_questions import ColumnQuestionsForm
from goldenthread.kit.reading.limits import BYTES
from goldenthread.kit.spreadsheets import Spreadsheet

if TYPE_CHECKING:
    from datetime import date

    from django.core.files.uploadedfile import UploadedFile


class ProgrammeFileForm(forms.Form):
    """A list of sessions, or a programme as another program saves it."""

    file = forms.FileField(
        label=gettext_lazy("Your programme"),
        help_text=gettext_lazy(
            "A list from Excel or LibreOffice (XLSX, XLS, ODS or CSV) with one line for each session, a calendar (ICS), or a"
            " programme as frab, pretalx and others save it (schedule.xml or JSON)."
        ),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("There’s nothing in this file."),
        },
        widget=forms.FileInput({"accept": ".csv,.tsv,.txt,.xlsx,.xlsb,.xls,.ods,.ics,.xml,.json"}),
        max_length=200,
    )

    def clean_file(self) -> UploadedFile[Any]:
        """Before anything of it is in our memory."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > BYTES:
            raise ValidationError(_("This file is larger than 10 MB. Please keep only what you need."))
        return file


class SessionHolds(TextChoices):
    """What may stand below a heading: the fields of `SessionColumns`."""

    NOTHING = "", gettext_lazy("Leave this column out")
    TITLE = "title", gettext_lazy("What it is called")
    DAY = "day", gettext_lazy("Day")
    STARTS = "starts", gettext_lazy("When it begins, with or without the day")
    ENDS = "ends", gettext_lazy("When it ends")
    MINUTES = "minutes", gettext_lazy("How long it takes")
    ROOM = "room", gettext_lazy("Room")
    WHO = "who", gettext_lazy("Who brings it")
    WORDS = "words", gettext_lazy("What it is about")
    KIND = "kind", gettext_lazy("What it is, such as a break")
    ID = "id", gettext_lazy("A number or code of its own")


class SessionColumnsForm(ColumnQuestionsForm):
    """Of a list of sessions."""

    choices = SessionHolds.choices
    headless = gettext_lazy("The first line is a session, not headings")

    def __init__(self, read: Spreadsheet, *args: Any, columns: SessionColumns | None = None, **more: Any) -> None:
        guessed = {
            heading: what for what, heading in vars(columns or SessionColumns()).items() if what in SessionHolds.values
        }
        super().__init__(read, *args, guessed=guessed, **more)

    def clean(self) -> dict[str, Any]:
        chosen = [what for what in self.chosen() if what]
        if SessionHolds.TITLE not in chosen:
            raise ValidationError(_("Choose which column says what each session is called."))
        if twice := next((what for what in SessionHolds if chosen.count(what) > 1), None):
            raise ValidationError(_("Only one column can hold this: %(what)s") % {"what": twice.label})
        return self.cleaned_data

    def columns(self) -> SessionColumns:
        holding = {what: "".join(self.holding(what)) for what in SessionHolds.values if what}
        return SessionColumns(**holding, zone=guess(self.read).zone)


class FileDaysForm(forms.Form):
    """Where the days of a file are not those of the gathering: which of them it is to be."""

    days = forms.ChoiceField(
        label=gettext_lazy("The days in the file aren’t the days of the gathering"), widget=forms.RadioSelect
    )

    def __init__(self, first_day: date, day: date, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["days"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("move", _("Begin on %(day)s, the first day of the gathering") % {"day": a_day(day)}),
                ("keep", _("Keep the days of the file, from %(day)s") % {"day": a_day(first_day)}),
            ]

    @property
    def moves(self) -> bool:
        return bool(self.cleaned_data["days"] == "move")

"""A list from somebody's machine, and which of its columns holds what, said by somebody who knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.columns import Columns
from goldenthread.gatherings.bookings.list_words import REGIONS, SECTORS, field_of, unread
from goldenthread.kit.column_questions import ColumnQuestionsForm
from goldenthread.kit.reading.limits import BYTES
from goldenthread.kit.spreadsheets import Spreadsheet

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class ListForm(forms.Form):
    """A spreadsheet from somebody's machine."""

    file = forms.FileField(
        label=gettext_lazy("Your list"),
        help_text=gettext_lazy(
            "A file from Excel, LibreOffice or a form: XLSX, XLS, ODS or CSV, with one line for each person."
            " Contact cards from a phone (VCF) work, too."
        ),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("There’s nothing in this file."),
        },
        widget=forms.FileInput({"accept": ".csv,.tsv,.txt,.xlsx,.xlsb,.xls,.ods,.vcf"}),
        max_length=200,
    )

    def clean_file(self) -> UploadedFile[Any]:
        """Before anything of it is in our memory."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > BYTES:
            raise ValidationError(_("This file is larger than 10 MB. Please keep only the columns you need."))
        return file


class Holds(TextChoices):
    """What may stand below a heading."""

    NOTHING = "", gettext_lazy("Leave this column out")
    NAME = "name", gettext_lazy("Name, or first name")
    LAST_NAME = "last_name", gettext_lazy("Last name")
    EMAIL = "email", gettext_lazy("E-mail")
    NEEDS = "needs", gettext_lazy("Access and food")
    SUPPORTER = "supporter", gettext_lazy("Who comes with them")
    LINE = "line", gettext_lazy("A line to the convenors")
    SECTORS = "sectors", gettext_lazy("Sector")
    ROLE = "role", gettext_lazy("Role")
    REGION = "region", gettext_lazy("Region")
    SEATS = "seats", gettext_lazy("How many seats, 1 or 2")
    STATUS = "status", gettext_lazy("Status, such as “unsubscribed”")
    LEFT_AT = "left_at", gettext_lazy("When they left a mailing list")


class ColumnsForm(ColumnQuestionsForm):
    """Of a list of people; and what its own words for sectors and regions mean."""

    choices = Holds.choices
    headless = gettext_lazy("The first line is a person, not headings")

    def __init__(self, read: Spreadsheet, *args: Any, columns: Columns | None = None, **more: Any) -> None:
        guessed = _guessed(columns or Columns())
        super().__init__(read, *args, guessed=guessed, **more)
        self._ask_what_was_not_read(guessed)

    def _ask_what_was_not_read(self, guessed: dict[str, str]) -> None:
        """A question for each sector and region in the list's own words, of the columns as they are chosen now."""
        chosen = {heading: self.data.get(f"column_{n}", "") for n, heading in enumerate(self.read.headings)}
        columns = chosen if self.is_bound else guessed
        for what, choices in ((Holds.SECTORS, SECTORS), (Holds.REGION, REGIONS)):
            headings = [heading for heading, holds in columns.items() if holds == what]
            for word in unread(self.read, headings, what):
                self.fields[field_of(what, word)] = forms.ChoiceField(
                    label=_("“%(word)s” is") % {"word": word},
                    choices=[("", _("Leave it out")), *choices],
                    required=False,
                )

    def asks_for_words(self) -> bool:
        """Whether the list has sectors or regions in words of its own that nobody has explained yet."""
        return any(not self[name].value() for name in self.fields if name.startswith("word_"))

    def words(self) -> dict[str, str]:
        """What was chosen by hand, by the field that asked for it."""
        return {name: value for name, value in self.cleaned_data.items() if name.startswith("word_") and value}

    def clean(self) -> dict[str, Any]:
        chosen = self.chosen()
        if not {Holds.NAME, Holds.LAST_NAME}.intersection(chosen):
            raise ValidationError(_("Choose which column holds the names."))
        if chosen.count(Holds.EMAIL) > 1:
            raise ValidationError(_("Only one column can hold the e-mail addresses."))
        return self.cleaned_data

    def columns(self) -> Columns:
        return Columns(
            names=self.holding(Holds.NAME) + self.holding(Holds.LAST_NAME),
            email=self.holding(Holds.EMAIL),
            needs=self.holding(Holds.NEEDS),
            supporter=self.holding(Holds.SUPPORTER),
            line=self.holding(Holds.LINE),
            sectors=self.holding(Holds.SECTORS),
            role=self.holding(Holds.ROLE),
            region=self.holding(Holds.REGION),
            seats=self.holding(Holds.SEATS),
            status=self.holding(Holds.STATUS),
            left_at=self.holding(Holds.LEFT_AT),
            left_out=self.holding(Holds.NOTHING),
        )


def _guessed(columns: Columns) -> dict[str, str]:
    first, last = columns.names[:1], columns.names[1:]
    by_what = {
        Holds.NAME: first,
        Holds.LAST_NAME: last,
        Holds.EMAIL: columns.email,
        Holds.NEEDS: columns.needs,
        Holds.SUPPORTER: columns.supporter,
        Holds.LINE: columns.line,
        Holds.SECTORS: columns.sectors,
        Holds.ROLE: columns.role,
        Holds.REGION: columns.region,
        Holds.SEATS: columns.seats,
        Holds.STATUS: columns.status,
        Holds.LEFT_AT: columns.left_at,
    }
    return {heading: what for what, headings in by_what.items() for heading in headings}

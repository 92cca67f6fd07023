"""Which column of a list holds what, said by somebody who knows: one question for each, with what was guessed as its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from goldenthread.kit.one_at_a_time import GivingWay
from goldenthread.kit.spreadsheets import Spreadsheet

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class ColumnQuestionsForm(forms.Form):
    """Of a spreadsheet. Rooms say what may stand below a heading: `choices`, of which the empty one leaves a column out."""

    choices: Sequence[tuple[str, str | StrPromise]] = ()
    # That there are no headings.
    headless: str | StrPromise = ""

    def __init__(self, read: Spreadsheet, *args: Any, guessed: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.read = read
        for number, heading in enumerate(read.headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading,
                help_text=_example(read, heading),
                choices=self.choices,
                required=False,
                initial=guessed.get(heading, ""),
            )
        self.fields["is_headless"] = forms.BooleanField(label=self.headless, required=False)

    def visible_fields(self) -> list[forms.BoundField]:
        """Ten questions with ten answers each take twenty milliseconds to be drawn; others are answered in between."""
        return GivingWay(super().visible_fields())

    def chosen(self) -> list[str]:
        """What was answered, column by column."""
        return [value for name, value in self.cleaned_data.items() if name.startswith("column_")]

    def holding(self, what: str) -> tuple[str, ...]:
        headings = enumerate(self.read.headings)
        return tuple(heading for number, heading in headings if self.cleaned_data[f"column_{number}"] == what)

    def sheet(self) -> Spreadsheet:
        """With the first line among the others, if it is one of them."""
        rows = (self.read.head, *self.read.rows) if self.cleaned_data["is_headless"] else self.read.rows
        return Spreadsheet(self.read.headings, rows, self.read.head)


def _example(read: Spreadsheet, heading: str) -> str:
    """The first thing that stands there, shortened; people know their columns by what is in them."""
    example = next((row.cells[heading] for row in read.rows if row.cells[heading]), "")
    return _("For example: %(words)s") % {"words": example[:60]} if example else _("This column is empty.")

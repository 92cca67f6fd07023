"""What is asked beyond the first two fields: of whoever has a place already, and by convenors who hold a paper form."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.forms import BookingForm
from goldenthread.gatherings.bookings.models import Feature

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

# On paper somebody else asks, of somebody else.
ON_PAPER: dict[str, tuple[StrPromise | str, StrPromise | str]] = {
    "name": (_("Their name"), ""),
    "email": (_("Their e-mail"), _("If there’s one on the form. We’ll e-mail to ask whether they’re coming.")),
    "sectors": (_("Which sector are they from?"), _("Only if they wrote it.")),
    "needs": (_("What do they need to take part well?"), _("Access, food, a quiet corner.")),
    "table_needs": (_("What do they need at their table?"), ""),
    "has_supporter": (_("Somebody comes with them and needs a seat"), ""),
    "supporter": (_("The supporter’s name"), _("Only if somebody comes with them.")),
    "line": (_("What else is on the form"), ""),
}
# Who sees it, said of them, too.
SEEN = {
    "name": _("Seen by the convenors; their first name also by those who sit with them"),
    "sectors": _(
        "Nobody sees it beside their name. It helps us make the tables, and is counted in groups of five or more"
    ),
}


class FeaturesField(forms.MultipleChoiceField):
    """Ticks, kept as words with spaces between."""

    def __init__(self, **more: Any) -> None:
        super().__init__(choices=Feature, required=False, widget=forms.CheckboxSelectMultiple, **more)

    def prepare_value(self, value: Any) -> Any:
        return value.split() if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        return " ".join(super().clean(value))


class DetailedForm(BookingForm):
    """A booking with the needs that a table can meet."""

    table_needs = FeaturesField(
        label=_("What do you need at your table?"),
        help_text=_("Tick what fits. You’re only seated elsewhere if no table has it, or has room."),
    )


class PaperForm(DetailedForm):
    """The same from a sheet of paper, on which an address may be missing."""

    # Of this page, so that a second press is the same sheet.
    once = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        ask_of_them(self)
        for name in ("email", *self.questions):
            self.fields[name].required = False
        self.fields["once"].initial = secrets.token_urlsafe(24)

    def clean_once(self) -> str:
        return self.cleaned_data["once"] or secrets.token_urlsafe(24)


def ask_of_them(form: DetailedForm) -> None:
    """Whoever types it in is a convenor, and none of it is about them."""
    for name, (label, hint) in ON_PAPER.items():
        form.fields[name].label, form.fields[name].help_text = label, hint
    for name, sentence in SEEN.items():
        form.fields[name].who_sees = sentence  # type: ignore[attr-defined]
    form.fields["name"].error_messages["required"] = _("Tell us what to call them.")

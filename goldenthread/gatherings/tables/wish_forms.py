from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.tables.models import Round, TableWish
from goldenthread.gatherings.tables.models.arrangement import Feature

NOBODY = _("Seen by nobody: it only steers how the tables are mixed")
WHO_SEES = {
    "sits_out": _("Shows in the plan: you have no seat then. Nobody is told why"),
    "features": _("Without your name: hosts learn if no table offers it"),
    "stays_put": _("Shows in the plan. Nobody is told why"),
    "with_convenor": _("Shows in the plan: you sit together. Nobody is told why"),
    "beside": _("Shows in the plan: you sit together. Nobody is told why"),
    "apart": NOBODY,
}


class WishForm(forms.Form):
    """What I ask of the tables."""

    sits_out = forms.TypedMultipleChoiceField(
        label=_("Would you like to sit out a round?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    features = forms.MultipleChoiceField(
        label=_("What should your table offer?"),
        choices=Feature,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    stays_put = forms.BooleanField(label=_("I keep one table all day"), required=False)
    with_convenor = forms.BooleanField(
        label=_("I sit with one of the convenors"),
        help_text=_(
            "If you have told us of lived experience, we try to seat you with somebody else who has it. Sometimes that is not"
            " possible, and we cannot tell you beforehand without saying something about the others. You then sit like anybody else,"
            " unless you choose a convenor here, or name somebody who supports you below."
        ),
        required=False,
    )
    beside = forms.CharField(
        label=_("Does somebody support you who has a place of their own?"),
        help_text=_("Their name. You sit together once they have written your name here, too."),
        max_length=80,
        required=False,
    )
    apart = forms.CharField(
        label=_("Is there anybody you would rather not sit with?"),
        help_text=_("One name a line, as they write it themselves. We do not tell you whether they come."),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, rounds: list[Round], wish: TableWish, **more: Any) -> None:
        first = {"sits_out": wish.sits_out, "features": wish.features.split(), "stays_put": wish.stays_put}
        more["initial"] = first | {"with_convenor": wish.with_convenor, "beside": wish.beside, "apart": wish.apart}
        super().__init__(*args, **more)
        self.fields["sits_out"].choices = [(round_.number, str(round_)) for round_ in rounds]  # type: ignore[attr-defined]
        if not rounds:
            del self.fields["sits_out"]
        for name, sentence in WHO_SEES.items():
            if name in self.fields:
                self.fields[name].who_sees = sentence  # type: ignore[attr-defined]

    def wished(self) -> dict[str, Any]:
        return {"sits_out": [], **self.cleaned_data}

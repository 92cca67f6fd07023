from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Feature
from goldenthread.gatherings.tables.models import Round, TableWish
from goldenthread.gatherings.tables.models.wish import MOST_LETTERS

NOBODY = _("Nobody sees this: it’s only used to make the tables")
WHO_SEES = {
    "sits_out": _("Others can see you have no seat then. Nobody is told why"),
    "features": _("Hosts are told, without your name, if no table has it"),
    "stays_put": _("Others can see it. Nobody is told why"),
    "with_convenor": _("Others can see you sit together. Nobody is told why"),
    "beside": _("Others can see you sit together. Nobody is told why"),
    "apart": NOBODY,
}


class WishForm(forms.Form):
    """What I ask of the tables."""

    sits_out = forms.TypedMultipleChoiceField(
        label=_("Would you like to sit out a round?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    features = forms.MultipleChoiceField(
        label=_("What do you need at your table?"),
        help_text=_(
            "What you told us with your booking counts already. Tick here what you’d rather the hosts didn’t read."
        ),
        choices=Feature,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    stays_put = forms.BooleanField(label=_("I’d like to stay at one table all the time"), required=False)
    with_convenor = forms.BooleanField(
        label=_("I’d like to sit with one of the convenors"),
        help_text=_(
            "If you’ve told us you have lived experience, we try to seat you with somebody else who has. That isn’t always possible,"
            " and we can’t tell you beforehand without giving something away about others. If you’d rather not be the only one, tick"
            " this, or name somebody who supports you below."
        ),
        required=False,
    )
    beside = forms.CharField(
        label=_("Is somebody coming to support you, with a place of their own?"),
        help_text=_("Their name, or one on each line. You’ll sit together once they’ve put your name here, too."),
        max_length=MOST_LETTERS,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    apart = forms.CharField(
        label=_("Is there anybody you would rather not sit with?"),
        help_text=_("One name on each line, the way they write it. We don’t tell you whether they’re coming."),
        max_length=MOST_LETTERS,
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


# Somebody else types it, of somebody else.
OF_THEM = {
    "sits_out": _("Which rounds would they like to sit out?"),
    "features": _("What do they need at their table?"),
    "stays_put": _("They’d like to stay at one table all the time"),
    "with_convenor": _("They’d like to sit with one of the convenors"),
}
WHO_SEES_OF_THEM = {
    "sits_out": _("Others can see they have no seat then. Nobody is told why"),
    "features": _("Hosts are told, without their name, if no table has it"),
    "with_convenor": _("Others can see they sit together. Nobody is told why"),
    "beside": _("Others can see they sit together. Nobody is told why"),
}


class WishForThemForm(WishForm):
    """What a convenor was told, to be added to what they asked themselves: none of that stands here."""

    beside = forms.CharField(
        label=_("Is somebody coming to support them, with a place of their own?"),
        help_text=_(
            "They sit together once that person has named them, too. A name is added to those they gave themselves."
        ),
        max_length=80,
        required=False,
    )
    # Far less than may be kept: a refusal would say that they asked for something themselves.
    apart = forms.CharField(
        label=_("Is there anybody they would rather not sit with?"),
        help_text=_("One name on each line."),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, rounds: list[Round], **more: Any) -> None:
        super().__init__(*args, rounds=rounds, wish=TableWish(), **more)
        for name, label in OF_THEM.items():
            if name in self.fields:
                self.fields[name].label = label
        for name, sentence in WHO_SEES_OF_THEM.items():
            if name in self.fields:
                self.fields[name].who_sees = sentence  # type: ignore[attr-defined]
        self.fields["features"].help_text = self.fields["with_convenor"].help_text = ""

"""How people book: asked of the convenors."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import HeldPlaces, Opening
from goldenthread.gatherings.bookings.models.opening import A_MONTH_OF_DAYS, A_MONTH_OF_HOURS
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.forms import between
from goldenthread.people.models import Person, Sector

HOW = [
    (False, _("First come, first served: a place is kept at once")),
    (True, _("People ask for a place, and we say yes")),
]
A_WEEK = 7
MOST_PLACES = 100_000
LIMITS = [
    ("places", 1, MOST_PLACES),
    ("answer_days", 1, A_MONTH_OF_DAYS),
    ("confirm_hours", 2, A_MONTH_OF_HOURS),
    ("answer_hours", 2, A_MONTH_OF_HOURS),
]


class OpeningForm(forms.ModelForm):  # type: ignore[type-arg]
    """Open the booking, and how long people have."""

    places = forms.IntegerField(
        label=_("How many places?"),
        min_value=1,
        max_value=MOST_PLACES,
        required=False,
        help_text=_("Leave it empty for no limit. If you choose fewer than are coming, nobody is turned away."),
    )
    by_asking = forms.TypedChoiceField(
        label=_("How do people get a place?"),
        choices=HOW,
        coerce=lambda value: value == "True",
        required=False,
        widget=forms.RadioSelect,
        help_text=_("If they ask, they hold no place until one of you says yes. Each gets an answer by e-mail."),
    )

    cost_reader = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Who reads what people say quietly about the cost?"),
        required=False,
        empty_label=_("Nobody: don’t ask about it"),
        help_text=_(
            "The form then has a box: “If the cost is too much, say so here.” It names this person. No other convenor and no"
            " keeper reads it, and they alone answer."
        ),
    )

    class Meta:
        model = Opening
        fields = ["until", "confirm_hours", "answer_hours", "by_asking", "looks_at", "answer_days", "cost_reader"]
        widgets = {
            "until": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "looks_at": forms.Textarea({"rows": 2}),
        }

    field_order = [
        "places",
        "by_asking",
        "looks_at",
        "answer_days",
        "until",
        "confirm_hours",
        "answer_hours",
        "cost_reader",
    ]

    def __init__(self, *args: Any, gathering: Gathering, **more: Any) -> None:
        super().__init__(*args, **more)
        self._offer_readers(gathering)
        self.fields["answer_days"].required = False
        for name, lowest, highest in LIMITS:
            between(self.fields[name], lowest, highest)
        self.fields["answer_days"].help_text = _(
            "If people ask, the form tells them. Nothing happens by itself when the days are over."
        )

    def _offer_readers(self, gathering: Gathering) -> None:
        """Who convenes now; not while nothing costs anything."""
        if not gathering.cost:
            del self.fields["cost_reader"]
            return
        field = self.fields["cost_reader"]
        field.queryset = Person.objects.filter(convenings__in=gathering.convenings.current())  # type: ignore[attr-defined]
        field.label_from_instance = lambda person: person.known_as  # type: ignore[attr-defined]

    def clean_by_asking(self) -> bool:
        """A form without it is of before: first come, first served."""
        return bool(self.cleaned_data["by_asking"])

    def clean_answer_days(self) -> int:
        """Left empty, as it was."""
        return self.cleaned_data["answer_days"] or self.instance.answer_days or A_WEEK


class HeldPlacesForm(forms.ModelForm):  # type: ignore[type-arg]
    """Places that wait for one sector."""

    class Meta:
        model = HeldPlaces
        fields = ["sector", "places", "until"]
        widgets = {"until": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, opening: Opening | None, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.opening, self.today = opening, today
        self.fields["sector"].choices = [("", _("Choose a sector")), *Sector.choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """None at all lets them go, whatever the day."""
        if wanted := self.cleaned_data.get("places"):
            self._must_be_to_come()
            self._must_fit(wanted)
        return self.cleaned_data

    def _must_be_to_come(self) -> None:
        until = self.cleaned_data.get("until")
        if until and until < self.today:
            self.add_error("until", _("That day has passed. Choose today or a later day."))

    def _must_fit(self, wanted: int) -> None:
        there = self.opening.gathering.places if self.opening else None
        if self.opening is None or there is None:
            return
        others = self.opening.held_places.filter(until__gte=self.today).exclude(sector=self.cleaned_data.get("sector"))
        left = max(0, there - sum(others.values_list("places", flat=True)))
        if wanted > left:
            words = _("There aren’t that many places. You can hold %(n)d at most.") % {"n": left}
            self.add_error("places", words)

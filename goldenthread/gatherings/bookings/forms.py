from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings import in_words
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.models import HeldPlaces, Opening
from goldenthread.gatherings.bookings.question_forms import QuestionsForm
from goldenthread.gatherings.bookings.seats import Seats
from goldenthread.kit.forms import NameField
from goldenthread.people.forms import LowerCaseEmail
from goldenthread.people.models import Hat, Person, Sector
from goldenthread.people.telling import portrait_of

HOSTS = _("Seen by the hosts of this gathering, and erased two weeks after it")
CONVENORS = _("Seen by the convenors")
WHO_SEES = {
    "name": _("Seen by the convenors; your first name also by those who sit with you"),
    "email": _("Seen by the convenors"),
    "sectors": _(
        "Nobody sees it beside your name. It helps us make the tables, and is counted in groups of five or more"
    ),
    "has_supporter": HOSTS,
    "supporter": HOSTS,
    "needs": HOSTS,
    "table_needs": HOSTS,
    "line": CONVENORS,
}
# Folded away, so that a telephone shows the button.
IF_YOU_LIKE = ("needs", "table_needs", "has_supporter", "supporter", "sectors", "line")


class BookingForm(QuestionsForm):
    """Keep me a place. A name and an address are enough."""

    name = NameField(
        label=_("Your name"),
        max_length=80,
        error_messages={"required": _("Tell us what to call you.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = LowerCaseEmail(help_text=_("We’ll e-mail you a code to confirm your place."), max_length=254)
    sectors = forms.MultipleChoiceField(
        label=_("Which sector are you from?"),
        help_text=_("Tick as many as fit, or none. It helps us seat you with people you wouldn’t meet otherwise."),
        # Every form is a copy, and a list would be copied with all that is in it.
        choices=lambda: Sector.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    needs = forms.CharField(
        label=_("What do you need to take part well?"),
        help_text=_("Access, food, a quiet corner."),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    has_supporter = forms.BooleanField(label=_("Somebody comes with me and needs a seat"), required=False)
    supporter = forms.CharField(
        label=_("Their name, if you like"),
        help_text=_("Only if somebody comes with you."),
        max_length=80,
        required=False,
    )
    line = forms.CharField(label=_("A line about you, for the convenors"), max_length=400, required=False)

    def __init__(self, *args: Any, person: Person | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        if person:
            # Who is known is not asked again (WCAG 3.3.7).
            del self.fields["name"], self.fields["email"]
            self.fields["sectors"].initial = [hat.sector for hat in Hat.objects.for_mixing().filter(person=person)]
            self.fields["needs"].initial = "" if self.is_bound else portrait_of(person).access_needs
        for name, seen in WHO_SEES.items():
            if name in self.fields:
                self.fields[name].who_sees = seen  # type: ignore[attr-defined]

    def say_what_is_left(self, seats: Seats) -> None:
        """Before a sector is used to give a place of those that wait for it, it is said that this happens."""
        if seats.free <= 0 and "email" in self.fields:
            self.fields["email"].help_text = _("We’ll e-mail you a code, so that we know this address is yours.")
        if people := in_words.held_for(seats):
            self.fields["sectors"].help_text = _(
                "Some places are held for %(people)s. If that’s you and you tick it, you can have one of these. It’s up to"
                " you whether you say so: the other places are for everybody."
            ) % {"people": people}

    def asked_of_everybody(self) -> list[forms.BoundField]:
        folded = {*IF_YOU_LIKE, *self.optional_questions()}
        return [field for field in self if field.name not in folded]

    def asked_if_you_like(self) -> list[forms.BoundField]:
        return [self[name] for name in (*self.optional_questions(), *IF_YOU_LIKE) if name in self.fields]

    def tells_more(self) -> bool:
        """Whether something stands in the folded part, which is open then."""
        return any(field.errors or field.value() for field in self.asked_if_you_like())

    def wish(self, person: Person | None, language: str) -> PlaceRequest:
        form_data = {name: self.cleaned_data[name] for name in WHO_SEES if name in self.fields}
        known = {"name": person.known_as, "email": person.email or ""} if person else {}
        wish = known | form_data | {"has_supporter": form_data["has_supporter"] or bool(form_data["supporter"])}
        wish["answers"] = {key: words for key, words in self.answers().items() if words}
        return PlaceRequest(language=person.language if person else language, **wish)


class OpeningForm(forms.ModelForm):
    """Open the booking, and how long people have."""

    places = forms.IntegerField(
        label=_("How many places?"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("Leave it empty for no limit. If you choose fewer than are coming, nobody is turned away."),
    )

    class Meta:
        model = Opening
        fields = ["until", "confirm_hours", "answer_hours"]
        widgets = {"until": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}

    field_order = ["places", "until", "confirm_hours", "answer_hours"]


class HeldPlacesForm(forms.ModelForm):
    """Places that wait for one sector."""

    class Meta:
        model = HeldPlaces
        fields = ["sector", "places", "until"]
        widgets = {"until": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, opening: Opening | None, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.opening, self.today = opening, today

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

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings import in_words
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.models import Opening
from goldenthread.gatherings.bookings.models.quiet_word import MOST_WORDS
from goldenthread.gatherings.bookings.question_forms import QuestionsForm
from goldenthread.gatherings.bookings.seats import Seats
from goldenthread.kit.forms import NameField
from goldenthread.people.forms import LowerCaseEmail
from goldenthread.people.models import Hat, Person, Sector
from goldenthread.people.telling import portrait_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

ONLY = _("Only %(name)s reads this. It’s erased two weeks after the gathering")
SOMEBODY_ELSE = _(
    "%(name)s reads this now, and not the convenor who was named here before. If you’d still like to say it, press the button once more."
)
NOBODY = _(
    "Nobody reads what is said about the cost any more, so nothing was saved. Please press the button once more without it."
)
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


class CostField(forms.CharField):
    """Shown only where somebody is named who reads it."""

    def __init__(self, **more: Any) -> None:
        label = _("If the cost is too much, say so here: what could you give?")
        widget = forms.Textarea({"rows": 2})
        super().__init__(label=label, required=False, max_length=MOST_WORDS, widget=widget, **more)


class ToOneReader(forms.Form):
    """What is typed under one name goes to nobody else: the form brings back whom it named."""

    cost = CostField()
    cost_for = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def name_the_reader(self, reader: Person | None, stamp: str) -> None:
        """The box says who reads it; without anybody there is none."""
        if reader is None:
            del self.fields["cost"], self.fields["cost_for"]
            return
        self.fields["cost"].who_sees = ONLY % {"name": reader.known_as}  # type: ignore[attr-defined]
        self.fields["cost_for"].initial = stamp
        if self.is_bound:
            # Pressed once more, it is for whoever is named now.
            data = QueryDict(mutable=True)
            data.update(self.data)
            data["cost_for"] = stamp
            self.data = data

    def is_for(self, reader: Person | None, stamp: str) -> bool:
        """Whether whoever was named when it was typed still reads it. Otherwise it is said, and nothing is kept."""
        if not self.cleaned_data["cost"] or (reader and self.cleaned_data["cost_for"] == stamp):
            return True
        if reader:
            self.add_error("cost", SOMEBODY_ELSE % {"name": reader.known_as})
        else:
            self.add_error(None, NOBODY)
        return False


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
        # What else is not folded away.
        self.at_once: tuple[str, ...] = ()
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
            self._ask("email", help_text=_("We’ll e-mail you a code, so that we know this address is yours."))
        if people := in_words.held_for(seats):
            words = _(
                "Some places are held for %(people)s. If that’s you and you tick it, you can have one of these. It’s up to"
                " you whether you say so: the other places are for everybody."
            )
            self._ask("sectors", help_text=words % {"people": people})

    def _ask(self, name: str, **words: StrPromise | str) -> None:
        """Of a form with a mistake in it, too, where the question stands already as it was first asked."""
        for part, value in words.items():
            setattr(self.fields[name], part, value)
            setattr(self[name], part, value)

    def say_how(self, opening: Opening, seats: Seats) -> None:
        if opening.by_asking:
            self.say_that_they_ask()
        else:
            self.say_what_is_left(seats)

    def say_that_they_ask(self) -> None:
        """Where the convenors say yes, a line to them is what they read first: it is not folded away."""
        self.at_once = ("line",)
        self._ask("line", label=_("A line for the convenors, who read it before they answer"))
        if "email" in self.fields:
            self._ask("email", help_text=_("We’ll e-mail you a code, so that we know this address is yours."))

    def asked_of_everybody(self) -> list[forms.BoundField]:
        folded = {*IF_YOU_LIKE, *self.optional_questions()} - {*self.at_once}
        return [field for field in self if field.name not in folded]

    def asked_if_you_like(self) -> list[forms.BoundField]:
        folded = [name for name in (*self.optional_questions(), *IF_YOU_LIKE) if name not in self.at_once]
        return [self[name] for name in folded if name in self.fields]

    def tells_more(self) -> bool:
        """Whether something stands in the folded part, which is open then."""
        return any(field.errors or field.value() for field in self.asked_if_you_like())

    def wish(self, person: Person | None, language: str, **more: Any) -> PlaceRequest:
        form_data = {name: self.cleaned_data[name] for name in WHO_SEES if name in self.fields}
        known = {"name": person.known_as, "email": person.email or ""} if person else {}
        wish = known | form_data | {"has_supporter": form_data["has_supporter"] or bool(form_data["supporter"])}
        wish["answers"] = {key: words for key, words in self.answers().items() if words}
        return PlaceRequest(language=person.language if person else language, **wish, **more)


class AskingForm(ToOneReader, BookingForm):
    """Keep me a place; and below it, a line about the cost."""

    field_order = ("name", "email")

    def asked_of_everybody(self) -> list[forms.BoundField]:
        return [field for field in super().asked_of_everybody() if field.name not in {"cost", "cost_for"}]

    def said_quietly(self) -> list[forms.BoundField]:
        return [self[name] for name in ("cost", "cost_for") if name in self.fields]

    def wish_to(self, reader: Person | None, person: Person | None, language: str) -> PlaceRequest:
        return self.wish(person, language, cost=self.cleaned_data["cost"], cost_reader=reader)

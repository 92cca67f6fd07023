"""What is asked of whoever has a place, or confirms one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.answers import told_and_asked
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.detailed_forms import DetailedForm
from goldenthread.gatherings.bookings.forms import IF_YOU_LIKE, WHO_SEES
from goldenthread.gatherings.bookings.giving_up import Friend
from goldenthread.gatherings.bookings.models import Booking, BookingAnswer, State
from goldenthread.gatherings.bookings.rules import may_rename
from goldenthread.gatherings.plan.own_questions import initial_of
from goldenthread.kit.forms import NameField
from goldenthread.people.forms import CodeForm, LowerCaseEmail
from goldenthread.people.models import Region


class StayingForm(forms.Form):
    """What whoever confirms a place is asked, and what is never assumed."""

    stays = forms.BooleanField(
        label=_("Stay signed in here"),
        help_text=_("This device will know you next time. Best not on one that other people use."),
        required=False,
    )
    joins = forms.BooleanField(
        label=_("Join us"),
        help_text=_(
            "That means you have a page of your own here, other members can see your name, and you can be introduced to"
            " people. You can leave whenever you like."
        ),
        required=False,
    )


class BookingCodeForm(CodeForm, StayingForm):
    """Six digits from the e-mail about a place."""

    field_order = ("code", "stays", "joins")

    def __init__(self, *args: Any, is_signed_in: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if is_signed_in:
            del self.fields["stays"], self.fields["joins"]


class ShowingForm(forms.Form):
    """One tick, and off until somebody ticks it."""

    shows_name = forms.BooleanField(
        label=_("Show my name and sector to others who are coming"),
        help_text=_(
            "People with a place, the convenors and the keeper (who runs this site) then read your first and last name and"
            " your sector. Your role and lived experience are never shown. You can take it back at any moment, and it’s gone"
            " at once."
        ),
        required=False,
    )


# What nobody is asked, and a list may have told of them.
OF_A_LIST = ("role", "region")


IF_SHOWN = _(
    "If you tick below, it’s shown beside your name on the list of who is coming. It helps us make the tables, and is counted"
    " in groups of five or more"
)


class ToldForm(DetailedForm, ShowingForm):
    """What was told for a gathering, to be corrected by whoever told it; what a list told of them stands there, too."""

    role = forms.CharField(label=_("Role"), max_length=120, required=False)
    region = forms.ChoiceField(label=_("Region"), choices=lambda: [("", "—"), *Region.choices], required=False)

    def __init__(self, *args: Any, booking: Booking, **more: Any) -> None:
        answers, unanswered = told_and_asked(booking)
        answered = [answer.question for answer in answers]
        super().__init__(*args, questions=[*answered, *unanswered], **more)
        self.say_until(booking.gathering)
        del self.fields["email"]
        for name in OF_A_LIST:
            self.fields[name].who_sees = WHO_SEES["sectors"]  # type: ignore[attr-defined]
            if booking.told_elsewhere or not getattr(booking, name):
                del self.fields[name]
        shown = set() if booking.told_elsewhere else self.fields.keys() - self.questions.keys()
        self.initial = {name: getattr(booking, name) for name in shown} | {"name": booking.known_as}
        self._recall(answers)
        self.initial["shows_name"] = booking.shows_name
        if booking.is_coming:
            self._say_what_the_tick_shows()
        else:
            del self.fields["shows_name"]
        if may_rename(booking):
            # Empty, it stays as it is.
            self.fields["name"].required = False
        else:
            del self.fields["name"]

    def _say_what_the_tick_shows(self) -> None:
        self.fields["sectors"].who_sees = IF_SHOWN  # type: ignore[attr-defined]

    def _recall(self, answers: list[BookingAnswer]) -> None:
        """Whoever booked before a question was asked can save the rest without it; what was needed is changed, and not emptied."""
        words = {answer.question_id: answer.words for answer in answers}
        for name, question in self.questions.items():
            self.initial[name] = initial_of(question, words.get(question.pk, ""))
            self.fields[name].required = question.is_needed and question.is_asked and question.pk in words

    def details(self, booking: Booking) -> PlaceRequest:
        names = (*IF_YOU_LIKE, *OF_A_LIST, "shows_name")
        form_data = {name: self.cleaned_data[name] for name in names if name in self.fields}
        return PlaceRequest(
            self.cleaned_data.get("name") or booking.name,
            answers=self.answers(),
            **form_data | {"has_supporter": form_data["has_supporter"] or bool(form_data["supporter"])},
        )

    def asked_if_you_like(self) -> list[forms.BoundField]:
        fields = super().asked_if_you_like()
        return [*fields, self["shows_name"]] if "shows_name" in self.fields else fields

    def asked_of_everybody(self) -> list[forms.BoundField]:
        return [field for field in super().asked_of_everybody() if field.name != "shows_name"]


class FriendForm(forms.Form):
    """Who gets my place."""

    name = NameField(label=_("Your friend’s name"), max_length=80)
    email = LowerCaseEmail(max_length=254)

    def friend(self) -> Friend:
        return Friend(self.cleaned_data["name"], self.cleaned_data["email"])


class GivingUpForm(forms.Form):
    """I can't come: with apologies and a line, if somebody likes."""

    apologies = forms.BooleanField(label=_("Send my apologies: I’d have liked to be there"), required=False)
    line = forms.CharField(label=_("A line to the convenors, if you like"), max_length=400, required=False)

    def __init__(self, *args: Any, booking: Booking, **more: Any) -> None:
        super().__init__(*args, **more)
        if booking.is_waiting or booking.has_asked:
            # Nobody expected them, and nobody asks.
            self.fields.clear()

    @property
    def state(self) -> State:
        return State.APOLOGIES if self.cleaned_data.get("apologies") else State.CANCELLED

    @property
    def words(self) -> str:
        return str(self.cleaned_data.get("line", ""))

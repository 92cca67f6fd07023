"""What convenors say of one booking: what is to be corrected in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.correcting_for_them import stamp_of
from goldenthread.gatherings.bookings.detailed_forms import DetailedForm, ask_of_them
from goldenthread.gatherings.bookings.models import Booking, BookingAnswer, BookingQuestion
from goldenthread.gatherings.bookings.rules import is_its_owners, may_rename_for
from goldenthread.gatherings.plan.own_questions import initial_of

# Nobody sees a sector beside a name, and no convenor reads here which one it was.
SECTORS = _("You can’t see here what they ticked before. Leave it empty, and it stays as it is.")


class CorrectionForm(DetailedForm):
    """A booking as it stands, to be corrected for whoever rang up. What nobody confirmed may be anybody's, and is not shown."""

    # What was read before it is corrected: they may have told something anew meanwhile.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    forgets_sectors = forms.BooleanField(label=_("They’d like us to forget their sector"), required=False)

    field_order = (
        "name",
        "email",
        "needs",
        "table_needs",
        "has_supporter",
        "supporter",
        "line",
        "sectors",
        "forgets_sectors",
    )

    def __init__(self, *args: Any, booking: Booking, **more: Any) -> None:
        answers = BookingAnswer.objects.of_booking(booking).in_order()
        self.answers_before = list(answers) if booking.is_proved else []
        super().__init__(*args, questions=BookingQuestion.objects.of_those_who_book(booking.gathering), **more)
        self.booking = booking
        ask_of_them(self)
        self.say_until(booking.gathering)
        for name, field in self.fields.items():
            if name not in self.questions:
                field.help_text = ""
        self.fields["sectors"].help_text = SECTORS
        self.fields["line"].label = _("A line to the convenors")
        # Who has an address keeps one: without it they would hear of nothing any more.
        self.fields["email"].required = bool(booking.email)
        self.initial = as_it_stands(booking) | {"seen": stamp_of(booking)}
        self._recall()
        if not may_rename_for(booking):
            del self.fields["name"]
        if is_its_owners(booking):
            del self.fields["email"]

    def _recall(self) -> None:
        """What they answered; nothing is needed of whoever rang up about something else."""
        words = {answer.question_id: answer.words for answer in self.answers_before}
        for name, question in self.questions.items():
            self.initial[name] = initial_of(question, words.get(question.pk, ""))
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("sectors") and self.cleaned_data.get("forgets_sectors"):
            self.add_error("forgets_sectors", _("Tick a sector, or this, but not both."))
        return self.cleaned_data

    def details(self) -> PlaceRequest:
        form_data = {name: self.cleaned_data[name] for name in ("sectors", "needs", "table_needs", "line", "supporter")}
        return PlaceRequest(
            name=self.cleaned_data.get("name") or self.booking.name,
            email=self.cleaned_data.get("email", self.booking.email),
            has_supporter=self.cleaned_data["has_supporter"] or bool(form_data["supporter"]),
            answers=self.answers(),
            **form_data,
        )

    def read_again(self) -> None:
        """What was typed stands, and goes with what they have read now."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["seen"] = stamp_of(self.booking)
        self.data = data


def as_it_stands(booking: Booking) -> dict[str, Any]:
    """What a convenor may read of it before they correct it."""
    columns = ("name", "email", "needs", "table_needs", "has_supporter", "supporter", "line")
    shown = columns if booking.is_proved else ("email",)
    stands = {name: getattr(booking, name) for name in shown}
    return stands | ({"name": booking.known_as} if booking.is_proved else {})


class TurnForm(forms.Form):
    """Another turn on the waiting list, and why."""

    number = forms.IntegerField(label=_("Which number on the waiting list?"), min_value=1)
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_(
            "Kept with their booking, where the other convenors can read it. They can read it, too, so please be kind."
        ),
        max_length=200,
    )

    def __init__(self, *args: Any, of: int, **more: Any) -> None:
        super().__init__(*args, **more)
        number = self.fields["number"]
        number.help_text = ngettext(
            "There is %(n)d person on it. 1 is next.", "There are %(n)d people on it. 1 is next.", of
        ) % {"n": of}
        number.widget.attrs |= {"max": of}
        words = _("Please give a number from 1 to %(n)s.") % {"n": of}
        number.validators = [MinValueValidator(1, words), MaxValueValidator(of, words)]

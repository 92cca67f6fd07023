"""What convenors and people fill in for places in sessions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, Session
from goldenthread.gatherings.signup.models import Draw
from goldenthread.gatherings.signup.released_hours import released_hours
from goldenthread.kit.forms import LongSelect, between
from goldenthread.mixing.draws.wishing import ENOUGH_WISHES, MOST_WISHES

FIRST_COME, BY_WISHES = "first_come", "by_wishes"


class SignUpForm(forms.Form):
    """Which sessions people sign up for, and how."""

    sessions = forms.MultipleChoiceField(label=gettext_lazy("For which sessions?"), widget=forms.CheckboxSelectMultiple)
    how = forms.ChoiceField(
        label=gettext_lazy("How do people get a chair?"),
        widget=forms.RadioSelect,
        initial=FIRST_COME,
        choices=[
            (FIRST_COME, gettext_lazy("First come, first served")),
            (BY_WISHES, gettext_lazy("By wishes and a draw: as few people as possible go without")),
        ],
    )
    until_day = forms.DateField(
        label=gettext_lazy("If by wishes: the last day to wish"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    until_time = forms.TimeField(
        label=gettext_lazy("And until what time?"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    most_each = forms.IntegerField(label=gettext_lazy("How many of them can each person get at most?"), initial=2)

    agrees = forms.BooleanField(
        label=gettext_lazy(
            "Wishes may close earlier, or fewer of them be drawn for each person. Then everybody who has wished already gets an e-mail."
        ),
        required=False,
    )

    def __init__(self, *args: Any, sessions: Sequence[Session], now: datetime, draw: Draw | None, **more: Any) -> None:
        self.gathering: Gathering = more.pop("gathering")
        self.now, self.draw = now, draw
        super().__init__(*args, **more)
        if draw is None or not draw.wishes.exists():
            del self.fields["agrees"]
        self.by_key = {str(session.pk): session for session in sessions}
        self.fields["sessions"].choices = [(key, session.title) for key, session in self.by_key.items()]  # type: ignore[attr-defined]
        between(self.fields["most_each"], 1, MOST_WISHES)

    def clean(self) -> dict[str, Any]:
        form_data = super().clean() or {}
        if form_data.get("how") == BY_WISHES and "until_day" in form_data:
            until = self.until
            if until is None or until <= self.now:
                self.add_error("until_day", _("Choose a moment that is still to come."))
            elif (begins_at := self._first_begins_at()) and until > begins_at:
                words = _("The first of these sessions begins on %(when)s: wishes have to end before that.")
                self.add_error("until_day", words % {"when": a_moment(begins_at, self.gathering.zone)})
            elif self._gives_less(until, form_data) and not form_data.get("agrees"):
                self.add_error("agrees", _("People have wished already. Please say whether that is meant."))
        return form_data

    def _gives_less(self, until: datetime, form_data: dict[str, Any]) -> bool:
        """To those who have wished already."""
        if self.draw is None or "agrees" not in self.fields:
            return False
        return self.draw.would_give_less(until, form_data.get("most_each", self.draw.most_each))

    def _first_begins_at(self) -> datetime | None:
        """Of those that would be drawn, with those that are to be drawn already: as drafted, and as people were shown them."""
        keys = self.cleaned_data.get("sessions") or []
        drawn = Q(pk__in=keys) | Q(sign_up__draw__in=Draw.objects.to_come())
        uids = set(Session.ever.of(self.gathering).filter(drawn).values_list("uid", flat=True))
        placings = Placing.objects.of(self.gathering).filter(session__uid__in=uids).select_related("session__gathering")
        moments = [placing.starts_at for placing in placings]
        shown = released_hours(self.gathering, self.now)
        moments += [placing.starts_at for (uid, _number), placing in shown.items() if uid in uids]
        return min(moments, default=None)

    @property
    def chosen(self) -> list[Session]:
        return [self.by_key[key] for key in self.cleaned_data["sessions"]]

    @property
    def is_by_wishes(self) -> bool:
        return bool(self.cleaned_data["how"] == BY_WISHES)

    @property
    def until(self) -> datetime | None:
        """On the clock of the gathering; without a time, the end of that day."""
        day = self.cleaned_data.get("until_day")
        at = self.cleaned_data.get("until_time") or time(23, 59)
        return datetime.combine(day, at, self.gathering.zone) if day else None


class WishesForm(forms.Form):
    """Up to six sessions by what people know them as, the dearest first."""

    def __init__(
        self, *args: Any, draw: Draw, titles: Mapping[UUID, str], wished: Sequence[int] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        sessions = Session.ever.filter(sign_up__draw=draw, uid__in=titles).order_by("title", "pk")
        self.by_key = {str(session.pk): session for session in sessions}
        # As few as possible go without, of those who wish for so many, or for all.
        self.has_few = len(self.by_key) <= ENOUGH_WISHES
        choices = [("", _("No wish")), *((key, titles[session.uid]) for key, session in self.by_key.items())]
        for rank in range(min(MOST_WISHES, len(self.by_key))):
            self.fields[f"wish_{rank + 1}"] = forms.ChoiceField(
                label=_("Wish %(n)s") % {"n": rank + 1},
                choices=choices,
                required=False,
                initial=wished[rank] if rank < len(wished) else "",
                widget=LongSelect,
            )

    def clean(self) -> dict[str, Any]:
        form_data = super().clean() or {}
        keys = [key for key in form_data.values() if key]
        for name, key in form_data.items():
            if key and keys.count(key) > 1:
                self.add_error(name, _("You chose this one twice."))
                break
        return form_data

    @property
    def wishes(self) -> list[Session]:
        """Without the gaps."""
        return [self.by_key[key] for key in self.cleaned_data.values() if key]


class SomebodyForm(forms.Form):
    """Somebody who wrote their name on the sheet of paper at the door of a session."""

    booking = forms.ChoiceField(label=gettext_lazy("Who wrote their name down?"), widget=LongSelect)

    def __init__(self, *args: Any, bookings: Collection[Booking], **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_key = {str(booking.pk): booking for booking in bookings}
        choices = [("", _("Please choose")), *((key, booking.listed_as) for key, booking in self.by_key.items())]
        self.fields["booking"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Booking:
        return self.by_key[self.cleaned_data["booking"]]

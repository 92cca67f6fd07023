from __future__ import annotations

import re
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.models import Booking, Feature
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.arranging import Manner, Outline, told_of_later_rounds
from goldenthread.gatherings.tables.coming import TO_BE_SEATED
from goldenthread.gatherings.tables.hosts_names import hosts_names
from goldenthread.gatherings.tables.models import Arrangement, Round, Seat, Table
from goldenthread.gatherings.tables.models.arrangement import LONGEST_LOOK, MOST_AT_A_TABLE, MOST_ROUNDS, MOST_TABLES


class WhenForm(forms.Form):
    """A day and an hour, where the gathering is."""

    day = forms.DateField(label=_("Day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    hour = forms.TimeField(label=_("From"), required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M"))

    gathering: Gathering

    @staticmethod
    def initial_at(at: datetime | None, gathering: Gathering) -> dict[str, Any]:
        there = at and at.astimezone(gathering.zone)
        return {"day": there.date(), "hour": there.time()} if there else {"day": gathering.day, "hour": None}

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("hour") and not typed.get("day"):
            self.add_error("day", _("Please give the day as well as the time."))
        return typed

    def moment(self) -> datetime | None:
        day: date | None = self.cleaned_data["day"]
        hour: time | None = self.cleaned_data["hour"]
        return datetime.combine(day, hour, self.gathering.zone) if day and hour else None


class OutlineForm(WhenForm):
    """The whole day of tables, in a few numbers."""

    rounds = forms.IntegerField(label=_("How many rounds?"), min_value=1, max_value=MOST_ROUNDS)
    minutes = forms.IntegerField(label=_("How many minutes does each last?"), min_value=1, max_value=24 * 60)
    pause = forms.IntegerField(label=_("Minutes between two rounds"), min_value=0, max_value=24 * 60)
    tables = forms.IntegerField(label=_("How many tables?"), min_value=1, max_value=MOST_TABLES)
    size = forms.IntegerField(
        label=_("How many sit at a table?"),
        help_text=_("Each table keeps one more seat free, for somebody who comes late."),
        min_value=2,
        max_value=MOST_AT_A_TABLE - 1,
    )
    manner = forms.ChoiceField(label=_("Who do people sit with?"), choices=Manner, widget=forms.RadioSelect)
    seconds = forms.IntegerField(
        label=_("How many seconds may it take to make the tables?"),
        min_value=1,
        max_value=LONGEST_LOOK,
        help_text=_("You can stop it early."),
    )
    takes_seats_away = forms.BooleanField(
        label=_("Take rounds away, with the seats people were told of"), required=False
    )
    field_order = [
        "rounds",
        "takes_seats_away",
        "day",
        "hour",
        "minutes",
        "pause",
        "tables",
        "size",
        "manner",
        "seconds",
    ]

    def __init__(self, *args: Any, gathering: Gathering, outline: Outline, **more: Any) -> None:
        more["initial"] = vars(outline) | self.initial_at(outline.first_at, gathering)
        super().__init__(*args, **more)
        self.gathering = gathering
        if not self._losing():
            del self.fields["takes_seats_away"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if "takes_seats_away" in self.fields and not typed.get("takes_seats_away"):
            n = self._losing()
            question = ngettext(
                "%(n)s person was told where they sit in a round that would go, and gets no e-mail about it. Tick this if it should go.",
                "%(n)s people were told where they sit in a round that would go, and get no e-mail about it. Tick this if it should go.",
                n,
            )
            self.add_error("takes_seats_away", question % {"n": n})
        return typed

    def _losing(self) -> int:
        """How many would lose a seat that they were told of."""
        rounds = self.data.get("rounds", "")
        if not re.fullmatch(r"[0-9]{1,4}", rounds):
            return 0
        arrangement = Arrangement.objects.of(self.gathering).first()
        return told_of_later_rounds(arrangement, int(rounds)) if arrangement else 0

    def outline(self) -> Outline:
        names = [field.name for field in fields(Outline) if field.name in self.cleaned_data]
        typed = {name: self.cleaned_data[name] for name in names}
        return Outline(first_at=self.moment(), **typed)


class RoundForm(WhenForm):
    """One round."""

    name = forms.CharField(label=_("Name"), max_length=60, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=24 * 60)
    is_home = forms.BooleanField(label=_("People sit in their home group"), required=False)
    field_order = ["name", "day", "hour", "minutes", "is_home"]

    def __init__(self, *args: Any, gathering: Gathering, round_: Round, **more: Any) -> None:
        as_it_is = {"name": round_.name, "minutes": round_.minutes, "is_home": round_.is_home}
        more["initial"] = as_it_is | self.initial_at(round_.starts_at, gathering)
        super().__init__(*args, **more)
        self.gathering = gathering

    def changed(self) -> dict[str, Any]:
        kept = {name: self.cleaned_data[name] for name in ("name", "minutes", "is_home")}
        return kept | {"starts_at": self.moment()}


class TableForm(forms.ModelForm):
    """One table."""

    features = forms.MultipleChoiceField(
        label=_("What does it offer?"), choices=Feature, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Table
        fields = ("label", "room", "least", "most", "features", "host", "is_closed")
        labels = {"host": _("Who hosts it?"), "is_closed": _("Close this table from now on")}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        coming = Booking.objects.filter(
            gathering=self.instance.arrangement.gathering_id, state__in=TO_BE_SEATED
        ).select_related("person")
        self.fields["host"] = forms.ModelChoiceField(
            label=self.fields["host"].label,
            help_text=_("Somebody who has a place. They sit here in every round, once you make the next tables."),
            queryset=coming.order_by("name", "pk"),
            required=False,
            empty_label=_("Nobody yet"),
        )
        if self.instance.is_to_be_checked:
            self.fields["features"].help_text = _(
                "This was entered for another place. If it’s right here too, just save it."
            )
        names = hosts_names(coming)
        self.fields["host"].label_from_instance = lambda booking: names[booking.pk]  # type: ignore[attr-defined]


class SeatForm(forms.Form):
    """Where somebody sits in a round."""

    to = forms.ModelChoiceField(
        label=_("Table"),
        widget=forms.RadioSelect,
        queryset=Table.objects.none(),
        error_messages={"invalid_choice": _("Choose a table that is open.")},
    )
    is_locked = forms.BooleanField(label=_("Keep this seat when new tables are made"), required=False)

    def __init__(self, *args: Any, seat: Seat, **more: Any) -> None:
        more["initial"] = {"to": seat.table_id, "is_locked": seat.is_locked}
        super().__init__(*args, **more)
        tables = Table.objects.filter(arrangement=seat.table.arrangement_id, is_closed=False)
        self.fields["to"].queryset = tables  # type: ignore[attr-defined]


class RemakingForm(forms.Form):
    """From which round on, and whether those who are late lose their seat."""

    from_round = forms.TypedChoiceField(label=_("From which round?"), coerce=int)
    only_present = forms.BooleanField(
        label=_("Seat only those who are here now"),
        help_text=_(
            "Tick this once you know that nobody else is coming. Until then everybody who may only be late keeps a seat."
        ),
        required=False,
    )

    def __init__(self, *args: Any, rounds: list[Round], is_somebody_late: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not is_somebody_late:
            del self.fields["only_present"]
        self.fields["from_round"].choices = [(round_.number, str(round_)) for round_ in rounds]  # type: ignore[attr-defined]

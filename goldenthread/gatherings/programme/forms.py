from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.forms import NOT_CHECKED
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import ProgrammeRoom, RoomClosure, Session
from goldenthread.gatherings.programme.placing import Spot
from goldenthread.gatherings.programme.spans import FIRST, SECOND, is_shown_twice, is_skipped
from goldenthread.kit import clock

LONGEST_NAME = 80
MOST_SPEAKERS = 30
SKIPPED = _("The clocks go forward that night, so this time doesn’t exist. Please choose another.")
FAR_AWAY = _("This is more than a year away from the gathering. Please choose another day.")
A_YEAR = timedelta(days=366)
TWICE = _("The clocks go back that night, so this time comes twice. Which one is it?")


def a_day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))


def an_hour(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput({"type": "time"}, "%H:%M"))


def check_day(day: date, gathering: Gathering) -> date:
    """Within a year of it: further away is a slip of the hand, and beyond the calendar nothing can be reckoned with."""
    if not _is_near(day, gathering):
        raise forms.ValidationError(FAR_AWAY)
    return day


def _is_near(day: date, gathering: Gathering) -> bool:
    first = gathering.day or clock.now().date()
    return first - A_YEAR <= day <= (gathering.last_day or first) + A_YEAR


class SpotForm(forms.Form):
    """Where a session is to be: its day and hour on the clock, and its room."""

    day = a_day(_("Day"))
    from_time = an_hour(_("From"))
    which = forms.ChoiceField(
        label=_("Which of the two?"),
        choices=[(FIRST, _("The first, before the clocks go back")), (SECOND, _("The second, after they went back"))],
        widget=forms.RadioSelect,
        required=False,
    )
    room = forms.ModelChoiceField(
        label=_("Room"), queryset=ProgrammeRoom.objects.none(), required=False, empty_label=_("No room")
    )
    since = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, gathering: Gathering, **more: Any) -> None:
        super().__init__(*args, **more)
        self.gathering, self.zone = gathering, gathering.zone
        rooms = ProgrammeRoom.objects.of(gathering).order_by("number")
        self.fields["room"].queryset = rooms  # type: ignore[attr-defined]
        if not self._asks_which():
            del self.fields["which"]

    def clean_day(self) -> date:
        return check_day(self.cleaned_data["day"], self.gathering)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        day, hour = typed.get("day"), typed.get("from_time")
        if day and hour and is_skipped(day, hour, self.zone):
            self.add_error("from_time", SKIPPED)
        if "which" in self.fields and not typed.get("which"):
            self.add_error("which", TWICE)
        return typed

    def spot(self) -> Spot:
        typed = self.cleaned_data
        return Spot(typed["day"], typed["from_time"], typed.get("which") == SECOND, typed["room"])

    @property
    def room_pk(self) -> int | None:
        room: ProgrammeRoom | None = self.cleaned_data["room"]
        return room.pk if room else None

    def moment(self) -> datetime:
        """On the wall, with its fold."""
        spot = self.spot()
        return datetime.combine(spot.day, spot.from_time).replace(fold=int(spot.is_second_hour))

    def _asks_which(self) -> bool:
        """Only that one night."""
        values = self.data if self.is_bound else self.initial
        day, hour = (self._as_python(name, values.get(name)) for name in ("day", "from_time"))
        if not (isinstance(day, date) and isinstance(hour, time) and _is_near(day, self.gathering)):
            return False
        return is_shown_twice(day, hour, self.zone)

    def _as_python(self, name: str, value: Any) -> Any:
        try:
            return self.fields[name].to_python(value)
        except forms.ValidationError:
            return None


class SessionForm(forms.ModelForm):
    """A session, and who stands up in it."""

    names = forms.CharField(
        label=_("Who brings it?"),
        help_text=_("One name on each line. Leave it empty for a break, or for tables."),
        widget=forms.Textarea({"rows": 3}),
        required=False,
    )

    class Meta:
        model = Session
        fields = ("kind", "title", "words", "minutes", "most_people")
        widgets = {"words": forms.Textarea({"rows": 4})}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.instance.contribution_id:
            del self.fields["kind"]
            self.fields["names"].label = _("Who else stands up in it?")
            self.fields["names"].help_text = _("One name on each line.")

    def clean_names(self) -> list[str]:
        names = [" ".join(line.split()) for line in self.cleaned_data["names"].splitlines() if line.strip()]
        if len(names) > MOST_SPEAKERS:
            raise forms.ValidationError(_("These are more names than fit in a programme."))
        if any(len(name) > LONGEST_NAME for name in names):
            raise forms.ValidationError(_("Please write each name on a line of its own."))
        return names


class RoomForm(forms.ModelForm):
    """A room."""

    class Meta:
        model = ProgrammeRoom
        fields = ("name", "capacity", "step_free", "hearing_loop", "words")
        widgets = {name: forms.Select(choices=NOT_CHECKED) for name in ("step_free", "hearing_loop")}

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        others = ProgrammeRoom.objects.of(self.instance.gathering).exclude(pk=self.instance.pk)
        if others.filter(name=name).exists():
            raise forms.ValidationError(_("Another room has this name."))
        return name


class ClosureForm(forms.Form):
    """When a room cannot be used."""

    day = a_day(_("Day"))
    from_time = an_hour(_("From"))
    until_day = a_day(_("Until the day"))
    to_time = an_hour(_("Until"))
    because = forms.CharField(label=_("Why?"), max_length=200, required=False)

    def __init__(self, *args: Any, room: ProgrammeRoom, **more: Any) -> None:
        more.setdefault("initial", {"day": room.gathering.day, "until_day": room.gathering.day})
        super().__init__(*args, **more)
        self.room = room

    def clean_day(self) -> date:
        return check_day(self.cleaned_data["day"], self.room.gathering)

    def clean_until_day(self) -> date:
        return check_day(self.cleaned_data["until_day"], self.room.gathering)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.errors and self._at("until_day", "to_time") <= self._at("day", "from_time"):
            self.add_error("to_time", _("It has to end after it starts."))
        return typed

    def closure(self) -> RoomClosure:
        return RoomClosure(
            room=self.room,
            starts_at=self._at("day", "from_time"),
            ends_at=self._at("until_day", "to_time"),
            because=self.cleaned_data["because"],
        )

    def _at(self, day: str, hour: str) -> datetime:
        return datetime.combine(self.cleaned_data[day], self.cleaned_data[hour], self.room.gathering.zone)


class LossForm(forms.Form):
    """That a room is lost from now on."""

    because = forms.CharField(label=_("Why?"), max_length=200, required=False)

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Convening, ConvenorInvitation, Gathering, OfferOfHelp
from goldenthread.gatherings.plan.time_zones import time_zones
from goldenthread.gatherings.plan.turn_forms import a_reason
from goldenthread.kit.email_address import EmailAddressField
from goldenthread.kit.forms import LongSelect, NameField
from goldenthread.people.models import Sector

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

NOT_CHECKED = [("", _("Not checked yet")), (True, _("Yes")), (False, _("No"))]
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
MARKDOWN = _("A blank line begins a new paragraph. A line that begins with * is an item of a list.")


class TitleForm(forms.ModelForm):
    """A first draft needs a name only."""

    class Meta:
        model = Gathering
        fields = ["title"]


class PlanForm(forms.ModelForm):
    """The whole plan. Whatever is left empty is shown as not settled yet."""

    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones, widget=LongSelect)
    is_small = forms.BooleanField(
        label=_("I only corrected small mistakes"),
        required=False,
        help_text=_("Nobody gets an e-mail about small mistakes."),
    )
    because = a_reason()
    since = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Gathering
        fields = [
            "title", "lede", "about", "easy_read", "for_whom", "day", "last_day", "from_time", "to_time", "time_zone", "when_wish",
            "way", "venue", "address", "step_free", "hearing_loop", "quiet_room", "getting_there",
            "hosted_by", "places", "cost", "expect", "voices", "safeguarding",
        ]  # fmt: skip
        widgets = {
            "day": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "last_day": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "from_time": forms.TimeInput({"type": "time"}, format="%H:%M"),
            "to_time": forms.TimeInput({"type": "time"}, format="%H:%M"),
            **{name: forms.Select(choices=NOT_CHECKED) for name in ("step_free", "hearing_loop", "quiet_room")},
            "lede": forms.Textarea({"rows": 2}),
            "about": forms.Textarea({"rows": 8}),
            "easy_read": forms.Textarea({"rows": 4}),
            "for_whom": forms.Textarea({"rows": 3}),
            "getting_there": forms.Textarea({"rows": 3}),
            "expect": forms.Textarea({"rows": 6}),
            "voices": forms.Textarea({"rows": 4}),
        }
        help_texts = {
            "about": MARKDOWN,
            "easy_read": _(
                "For the easy-read page. One idea to a sentence, and a blank line after each. No long words."
            ),
            "when_wish": _("Such as: a Tuesday in May."),
            "cost": _("In words, such as: free; lunch is shared."),
            "voices": _("Invite people to stand up and say something."),
            "safeguarding": _("A name, and how to reach them on the day."),
        }

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["time_zone"].choices = time_zones(besides=self.instance.time_zone)  # type: ignore[attr-defined]
        self.initial.setdefault("since", self.instance.sequence)
        for sector in Sector:
            self.fields[aim_field(sector)] = forms.IntegerField(
                label=sector.label,
                required=False,
                min_value=0,
                max_value=10_000,
                initial=self.instance.aims.get(sector.value),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("last_day") and not cleaned.get("day"):
            self.add_error("day", _("Say the first day too."))
        if cleaned.get("to_time") and not cleaned.get("from_time"):
            self.add_error("from_time", _("Say when it starts, too."))
        for name, day in [("from_time", "day"), ("to_time", "last_day")]:
            self._must_exist(name, cleaned.get(day) or cleaned.get("day"))
        return cleaned

    def clean_since(self) -> int:
        since: int = self.cleaned_data["since"]
        if not self.instance.history.filter(sequence=since).exists():
            raise ValidationError(_("Please open the plan again. We can’t tell which version you started from."))
        return since

    def clean_day(self) -> date | None:
        return within_reach(self.cleaned_data["day"])

    def clean_last_day(self) -> date | None:
        return within_reach(self.cleaned_data["last_day"])

    def _must_exist(self, name: str, day: Any) -> None:
        # On a night in March an hour is left out: 1:30 does not exist on that day.
        hour, zone = self.cleaned_data.get(name), self.cleaned_data.get("time_zone")
        if not (hour and day and zone):
            return
        moment = datetime.combine(day, hour, ZoneInfo(zone))
        if moment.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != moment.replace(tzinfo=None):
            self.add_error(name, ValidationError(_("The clocks go forward that night, so this hour doesn’t exist.")))

    @property
    def groups(self) -> list[tuple[StrPromise, StrPromise | str, list[list[forms.BoundField]]]]:
        """The fields under their headings, row by row, in the order of the page."""
        return [
            (heading, note, [[self[name] for name in row.split()] for row in rows]) for heading, note, rows in GROUPS
        ]

    @property
    def plan(self) -> dict[str, Any]:
        """What was written, field by field, ready for `Gathering.replan`."""
        aims = {
            sector.value: self.cleaned_data[aim_field(sector)]
            for sector in Sector
            if self.cleaned_data[aim_field(sector)]
        }
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()} | {"aims": aims}


def within_reach(day: date | None) -> date | None:
    """Years like 20 or 20233 are slips, and no calendar can count beyond 9999."""
    if day and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValidationError(_("Please check the year."))
    return day


def aim_field(sector: Sector) -> str:
    return f"aim_{sector.value}"


# Heading, note, and rows of fields that stand side by side where there is room.
GROUPS: list[tuple[StrPromise, StrPromise | str, list[str]]] = [
    (_("What"), "", ["title", "lede", "about", "easy_read", "for_whom"]),
    (
        _("When"),
        _("A rough idea is enough to begin with."),
        ["day last_day", "from_time to_time", "time_zone", "when_wish"],
    ),
    (
        _("Where"),
        _("If it moves, step-free, hearing loop and quiet room become “not checked yet”: look there, then say so."),
        ["way", "venue", "address", "step_free hearing_loop quiet_room", "getting_there"],
    ),
    (_("Who"), "", ["hosted_by", "places"]),
    (
        _("Who we hope for"),
        _("How many people from each sector would you like? Leave empty what doesn’t matter."),
        [" ".join(map(aim_field, Sector))],
    ),
    (_("The day"), "", ["expect", "voices", "cost", "safeguarding"]),
]


class InvitationForm(forms.ModelForm):
    """Ask somebody to convene too."""

    class Meta:
        model = ConvenorInvitation
        fields = ["name", "email", "takes_over"]
        field_classes = {"name": NameField, "email": EmailAddressField}


class TermForm(forms.ModelForm):
    """What a convenor looks after, and until when."""

    class Meta:
        model = Convening
        fields = ["task", "planned_until"]
        widgets = {"planned_until": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}

    def clean_planned_until(self) -> date | None:
        return within_reach(self.cleaned_data["planned_until"])


class OfferForm(forms.ModelForm):
    """One line."""

    class Meta:
        model = OfferOfHelp
        fields = ["words"]

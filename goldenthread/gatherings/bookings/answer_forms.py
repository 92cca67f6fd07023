"""What convenors answer whoever asked for a place."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import KindNo
from goldenthread.gatherings.plan.models import Gathering

TO_FOLLOW, MOST_DOORS = "follow", 20


class NoForm(forms.ModelForm):  # type: ignore[type-arg]
    """A kind no: nobody else can find the words for it, so none are there before."""

    door = forms.ChoiceField(
        label=_("Could you offer them something else?"),
        help_text=_("They read it below your words."),
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = KindNo
        fields = ["words"]
        widgets = {"words": forms.Textarea({"rows": 4})}
        help_texts = {
            "words": _(
                "They read exactly this, by e-mail and on the page of their booking, with your name below it. For example:"
                " “We’ve kept this one small, and so many of you asked. I’m sorry. I hope we’ll meet another time.”"
            )
        }

    def __init__(self, *args: Any, gathering: Gathering, now: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        others = Gathering.objects.listed().planned(now).exclude(pk=gathering.pk)
        self.doors = {f"{row.pk}": row for row in others[:MOST_DOORS]}
        door = self.fields["door"]
        assert isinstance(door, forms.ChoiceField)  # noqa: S101 - for the types
        door.choices = [
            ("", _("No, only my words")),
            (TO_FOLLOW, _("They can follow this plan, and hear what comes of it")),
            *((key, row.title) for key, row in self.doors.items()),
        ]

    def answer(self) -> dict[str, Any]:
        """The columns of the answer."""
        door = self.cleaned_data["door"]
        return {
            "words": self.cleaned_data["words"],
            "is_to_follow": door == TO_FOLLOW,
            "next_gathering": self.doors.get(door),
        }

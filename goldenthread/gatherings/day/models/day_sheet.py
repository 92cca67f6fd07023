from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.kit import clock
from goldenthread.people.models import Person


class DaySheet(models.Model):
    """What the convenors tell those who are here, on the day and for it."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="day_sheet")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    turn_to = models.CharField(
        _("Who can people go to?"),
        max_length=200,
        blank=True,
        help_text=_("For anything at all, such as: Mo, in the green scarf, by the door."),
    )
    safeguarding = models.CharField(
        _("And if something worries them?"),
        max_length=200,
        blank=True,
        help_text=_("Who looks after safeguarding on the day, and how to reach them."),
    )
    quiet_room = models.CharField(
        _("Where is the quiet room, and what is it?"),
        max_length=300,
        blank=True,
        help_text=_("Such as: room 3, one floor up. Nobody talks there, and nobody asks why you came."),
    )
    breaks = models.TextField(
        _("When are the breaks?"),
        max_length=1000,
        blank=True,
        help_text=_("One on each line, such as: 11:00 tea in the hall."),
    )
    meeting = models.TextField(
        _("What will the community meeting talk about?"),
        max_length=2000,
        blank=True,
        help_text=_("One thing on each line."),
    )
    comes_next = models.CharField(
        _("What comes next, and when?"),
        max_length=300,
        blank=True,
        help_text=_("The next date, so that people know it before they leave."),
    )
    word = models.CharField(
        _("The word of the day"),
        max_length=40,
        blank=True,
        help_text=_(
            "The room screen shows it; you can write it up by the door, too. People type it on their phone to say that they’re here."
        ),
    )

    objects = OfGatheringQuerySet["DaySheet"].as_manager()

    def __str__(self) -> str:
        return f"the day of {self.gathering}"

    @property
    def break_lines(self) -> list[str]:
        return _lines(self.breaks)

    @property
    def meeting_lines(self) -> list[str]:
        return _lines(self.meeting)

    def is_the_word(self, typed: str) -> bool:
        """However it is spelled: capitals and spaces do not matter on a telephone."""
        return bool(self.word) and _bare(typed) == _bare(self.word)


def word_at(gathering: Gathering) -> str:
    """The word of the day; empty while nobody chose one."""
    sheet = DaySheet.objects.of(gathering).first()
    return sheet.word if sheet else ""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _bare(word: str) -> str:
    return "".join(word.split()).casefold()

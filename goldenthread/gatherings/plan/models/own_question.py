"""Questions of one gathering's own, wherever they are asked: how they are worded, and how long answers are kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from goldenthread.kit import clock
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from goldenthread.gatherings.plan.models.gathering import Gathering

LONGEST = 90
# For a constraint of each table that holds such questions.
KEPT_SO_LONG_AT_MOST = Q(keep_days__gte=1, keep_days__lte=LONGEST)


class Shape(models.TextChoices):
    """How a question is answered."""

    LINE = "line", _("In a line")
    LINES = "lines", _("In a few lines")
    ONE = "one", _("Choose one")
    SEVERAL = "several", _("Choose any that fit")


class OwnQuestion(models.Model):
    """What the convenors of one gathering ask, what they need it for, and how long answers are kept.

    Answered, its words stand: it can only be ended, and another one asked.
    """

    words = models.CharField(_("Your question"), max_length=200)
    purpose = models.CharField(
        _("What do you need it for?"),
        max_length=300,
        help_text=_("People read this under the question. If you can’t say, you don’t need to ask."),
    )
    shape = models.CharField(_("How is it answered?"), max_length=10, choices=Shape, default=Shape.LINE)
    # One a line.
    options = models.TextField(
        _("The choices, if there are any"), blank=True, max_length=2000, help_text=_("One on each line.")
    )
    keep_days = models.PositiveSmallIntegerField(
        _("Answers are deleted how many days after the gathering?"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
        help_text=_("90 at most. People read the day beside the question."),
    )
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    if TYPE_CHECKING:
        is_needed: models.BooleanField[bool, bool]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.words

    @property
    def choices(self) -> list[str]:
        return self.options.splitlines()

    @property
    def is_asked(self) -> bool:
        return self.ended_at is None

    def seen_in_words(self, gathering: Gathering) -> str:
        """Who sees an answer, and until when: it stands beside the question."""
        raise NotImplementedError

    def deleted_on(self, gathering: Gathering) -> date | None:
        """The day on which its answers go. Nobody knows it of a gathering that never had a day; of one on another day, that is not
        known yet, they go as long after the old day as answers may be kept."""
        last = gathering.last_day or gathering.day
        if gathering.is_postponed:
            return (last or timezone.localdate(self.at)) + timedelta(days=LONGEST)
        return last + timedelta(days=self.keep_days) if last else None

    def is_past(self, gathering: Gathering, now: datetime) -> bool:
        day = self.deleted_on(gathering)
        return day is not None and day <= timezone.localdate(now)

    def until_in_words(self, gathering: Gathering) -> str:
        day = self.deleted_on(gathering)
        if day and gathering.is_postponed:
            return gettext("Deleted on %(day)s if there’s no new day by then") % {"day": date_format(day, "j F Y")}
        if day:
            return gettext("Deleted on %(day)s") % {"day": date_format(day, "j F Y")}
        n = self.keep_days
        return ngettext("Deleted %(n)d day after the gathering", "Deleted %(n)d days after the gathering", n) % {"n": n}

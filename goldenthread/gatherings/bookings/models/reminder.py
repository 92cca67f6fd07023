from __future__ import annotations

from datetime import datetime, time, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet, PendingChanges
from goldenthread.kit import clock
from goldenthread.people.models import Person

# Of which the standing of a gathering depends.
FACTS = ("publication", "settlement", "fullness", "postponement", "cancellation")
# At a waking hour there, which no change of clocks leaves out.
HOUR = time(10)
# What those who open the booking need not think of: a week and a day ahead.
USUAL = (7, 1)
LONGEST_AHEAD = 30


class ReminderQuerySet(OfGatheringQuerySet["Reminder"]):
    """Questions about reminders of gatherings."""

    def of_what_takes_place(self) -> ReminderQuerySet:
        """Of what is shown to everybody, has a day, and is neither off nor postponed."""
        facts = {"publication__isnull": False, "postponement": None, "cancellation": None, "day__isnull": False}
        to_go = self.filter(Q(**{f"gathering__{fact}": value for fact, value in facts.items()}))
        return to_go.select_related(*(f"gathering__{fact}" for fact in FACTS))

    def while_nothing_is_pending(self) -> ReminderQuerySet:
        """Changes that gather may be slips: nobody is reminded of a day or a place that is put right a moment later."""
        return self.exclude(Exists(PendingChanges.objects.filter(gathering=OuterRef("gathering"))))

    def in_turn(self) -> ReminderQuerySet:
        """The first to go first."""
        return self.select_related("answers_to").order_by("-days")


class Reminder(models.Model):
    """That those who have a place are reminded by e-mail, so many days ahead, with a line of the convenors if they wrote one."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="reminders")
    days = models.PositiveSmallIntegerField(
        gettext_lazy("How many days before?"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST_AHEAD)]
    )
    line = models.CharField(gettext_lazy("A line of your own"), max_length=300, blank=True)
    # The convenor who lets them answer, if one does.
    answers_to = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    # Since when: what would have gone before that does not go.
    at = models.DateTimeField(default=clock.now)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "days"], name="people_are_reminded_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"reminder of {self.gathering}, {self.days} days ahead"

    @property
    def in_words(self) -> str:
        """Such as "A week before"."""
        usual = {7: _("A week before"), 1: _("The day before")}
        return usual.get(self.days) or _("%(n)s days before") % {"n": self.days}

    @property
    def goes_at(self) -> datetime | None:
        """It moves with the day. None while nobody knows the day."""
        gathering = self.gathering
        if gathering.day is None:
            return None
        return datetime.combine(gathering.day - timedelta(days=self.days), HOUR, gathering.zone)


class RemindedQuerySet(models.QuerySet["Reminded"]):
    """Questions about who was reminded."""

    def by(self, reminder: Reminder) -> RemindedQuerySet:
        """Of the day as it is now: of another day, they are reminded once more."""
        gathering, day = reminder.gathering, reminder.gathering.day
        return self.filter(booking__gathering=gathering, day=day, days=reminder.days) if day else self.none()


class Reminded(models.Model):
    """That somebody was reminded of a day, so many days ahead, and when. A second reminder like it finds the row."""

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="reminded")
    day = models.DateField()
    days = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=clock.now)

    objects = RemindedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "reminded"
        constraints = [
            models.UniqueConstraint(fields=["booking", "day", "days"], name="somebody_is_reminded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.booking.listed_as} was reminded"

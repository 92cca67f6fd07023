from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models.state import LIVE
from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.kit import clock
from goldenthread.kit.sql import query
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.bookings.models.booking_answer import BookingAnswer

LONGEST = 90
# As `presses.PROVED`, of the bookings that answered.
ANSWER_PROVED = (
    Q(answers__booking__confirmed_at__isnull=False)
    | Q(answers__booking__email="")
    | Q(answers__booking__brought_in__isnull=False)
)
# By hand, because every press asks it (kit.sql).
ASKED_OF = ("id", "gathering_id", "words", "purpose", "shape", "options", "is_needed", "keep_days")
ASKED = f"""
    SELECT {", ".join(ASKED_OF)} FROM bookings_bookingquestion
     WHERE gathering_id = %s AND ended_at IS NULL ORDER BY at, id"""  # noqa: S608 - our own names


class Shape(models.TextChoices):
    """How a question is answered."""

    LINE = "line", _("In a line")
    LINES = "lines", _("In a few lines")
    ONE = "one", _("Choose one")
    SEVERAL = "several", _("Choose any that fit")


class BookingQuestionQuerySet(OfGatheringQuerySet["BookingQuestion"]):
    """Questions about what convenors ask."""

    def still_asked(self) -> BookingQuestionQuerySet:
        return self.filter(ended_at=None)

    def in_order(self) -> BookingQuestionQuerySet:
        return self.order_by("at", "pk")

    def answered(self) -> BookingQuestionQuerySet:
        """By anybody, whatever became of their booking."""
        return self.filter(answers__isnull=False).distinct()

    def with_numbers(self) -> BookingQuestionQuerySet:
        """`answered_by`: of how many convenors can read the answer."""
        counts = Q(answers__booking__state__in=LIVE) & ANSWER_PROVED
        return self.annotate(answered_by=Count("answers", filter=counts, distinct=True))

    def of_those_who_book(self, gathering: Gathering) -> list[BookingQuestion]:
        """As `still_asked` and `in_order` would bring them."""
        rows = query(ASKED, gathering.pk)
        return [BookingQuestion.from_db(connection.alias, list(ASKED_OF), list(row)) for row in rows]


class BookingQuestion(models.Model):
    """What the convenors of one gathering ask of everybody who books, what they need it for, and how long answers are kept.

    Answered, its words stand: it can only be ended, and another one asked.
    """

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="questions")
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
    is_needed = models.BooleanField(
        _("Nobody can book without answering it"),
        default=False,
        help_text=_("Only if you couldn’t do without: each such question keeps somebody away."),
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

    objects = BookingQuestionQuerySet.as_manager()

    if TYPE_CHECKING:
        answers: RelatedManager[BookingAnswer]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(keep_days__gte=1, keep_days__lte=LONGEST), name="an_answer_is_kept_ninety_days_at_most"
            )
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def choices(self) -> list[str]:
        return self.options.splitlines()

    @property
    def is_asked(self) -> bool:
        return self.ended_at is None

    def deleted_on(self, gathering: Gathering) -> date | None:
        """The day on which its answers go. Nobody knows it of a gathering that never had a day; of one on another day, that is not
        known yet, they go as long after the old day as answers may be kept."""
        last = gathering.last_day or gathering.day
        if gathering.is_postponed:
            return (last or timezone.localdate(self.at)) + timedelta(days=LONGEST)
        return last + timedelta(days=self.keep_days) if last else None

    def is_past(self, now: datetime) -> bool:
        day = self.deleted_on(self.gathering)
        return day is not None and day <= timezone.localdate(now)

    def until_in_words(self, gathering: Gathering) -> str:
        day = self.deleted_on(gathering)
        if day and gathering.is_postponed:
            return gettext("Deleted on %(day)s if there’s no new day by then") % {"day": date_format(day, "j F Y")}
        if day:
            return gettext("Deleted on %(day)s") % {"day": date_format(day, "j F Y")}
        n = self.keep_days
        return ngettext("Deleted %(n)d day after the gathering", "Deleted %(n)d days after the gathering", n) % {"n": n}

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.kit import clock
from goldenthread.kit.sql import query_and_lock
from goldenthread.people.models import Person, Sector

A_MONTH_OF_DAYS = 31
A_MONTH_OF_HOURS = 24 * A_MONTH_OF_DAYS
# How long whoever asks at the last moment has to answer.
SOONEST = timedelta(hours=1)
# By hand, because everybody waits for it in a rush (kit.sql): not the plan's long texts, and of each fact only that it is there.
OPENING = """
    SELECT opening.id, opening.gathering_id, opening.until, opening.confirm_hours, opening.answer_hours,
           opening.by_asking, opening.answer_days,
           gathering.id, gathering.title, gathering.day, gathering.last_day, gathering.from_time, gathering.to_time, gathering.time_zone,
           gathering.places,
           cancellation.id, fullness.id, postponement.id
      FROM bookings_opening opening
      JOIN plan_gathering gathering ON gathering.id = opening.gathering_id
      LEFT JOIN plan_cancellation cancellation ON cancellation.gathering_id = gathering.id
      LEFT JOIN plan_fullness fullness ON fullness.gathering_id = gathering.id
      LEFT JOIN plan_postponement postponement ON postponement.gathering_id = gathering.id
     WHERE opening.gathering_id = %s"""
# What it brings of each, in the order of their columns.
OF_AN_OPENING = ("id", "gathering_id", "until", "confirm_hours", "answer_hours", "by_asking", "answer_days")
OF_A_GATHERING = ("id", "title", "day", "last_day", "from_time", "to_time", "time_zone", "places")
FACTS = ("cancellation", "fullness", "postponement")


class OpeningQuerySet(OfGatheringQuerySet["Opening"]):
    """Questions about gatherings that can be booked."""

    def with_its_gathering(self) -> OpeningQuerySet:
        """And with the facts that decide whether places are given."""
        return self.select_related(*(f"gathering__{fact}" for fact in FACTS))

    def in_turn(self, gathering_id: int) -> Opening:
        """The opening, locked: whoever books, cancels or passes on here stands in one line until we commit.

        PostgreSQL locks the row; SQLite has one writer at a time from the beginning of the transaction.
        """
        rows = query_and_lock(OPENING, "opening", gathering_id)
        if not rows:
            raise Opening.DoesNotExist
        return _opening(rows[0])


class Opening(models.Model):
    """That places at a gathering can be booked: since when, and how long people have to confirm and to answer."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="opening")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    until = models.DateField(_("Last day to book"), null=True, blank=True, help_text=_("Empty: until the day itself."))
    confirm_hours = models.PositiveSmallIntegerField(
        _("Hours to confirm a place"),
        default=72,
        validators=[MinValueValidator(2), MaxValueValidator(A_MONTH_OF_HOURS)],
        help_text=_(
            "An unconfirmed place is passed on after this time, and at the latest when the gathering begins."
            " We remind people first."
        ),
    )
    answer_hours = models.PositiveSmallIntegerField(
        _("Hours to answer when a place is offered"),
        default=24,
        validators=[MinValueValidator(2), MaxValueValidator(A_MONTH_OF_HOURS)],
        help_text=_(
            "To somebody on the waiting list. Nights do not count, and an offer ends when the gathering begins."
        ),
    )

    # Not first come, first served: who asks holds no place until a convenor says yes.
    by_asking = models.BooleanField(default=False)
    looks_at = models.CharField(
        _("What do you look at when you answer?"),
        max_length=300,
        blank=True,
        help_text=_(
            "If people ask: a sentence for them to read first, such as “We’d like half of us to be new to this.”"
        ),
    )
    answer_days = models.PositiveSmallIntegerField(
        _("Days to answer"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(A_MONTH_OF_DAYS)],
    )

    # Who alone reads what people say quietly about the cost, as long as they convene.
    cost_reader = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    # How many bookings went with whoever had their address and was forgotten, though a convenor had put them down.
    erased = models.PositiveIntegerField(default=0)

    objects = OpeningQuerySet.as_manager()

    def __str__(self) -> str:
        return f"places at {self.gathering}"

    @classmethod
    def supposed(cls, gathering: Gathering, **terms: Any) -> Opening:
        """To ask about the day alone, whether it can be booked or not. The gathering does not take it for its own."""
        opening = cls(gathering_id=gathering.pk, **terms)
        relation: Any = cls._meta.get_field("gathering")
        relation.set_cached_value(opening, gathering)
        return opening

    def is_over(self, now: datetime) -> bool:
        """Whether it has been: then nobody books, confirms or is offered anything. On another day, it is still to come."""
        ends_at = self.gathering.ends_at
        return ends_at is not None and ends_at <= now and not self.gathering.is_postponed

    def takes_offers(self, now: datetime) -> bool:
        """Whether places are passed on: not any more when it is over or called off, or on another day that nobody knows yet."""
        return not self.gathering.is_called_off and not self.gathering.is_postponed and not self.is_over(now)

    def in_time(self, wanted: datetime, now: datetime) -> datetime:
        """Until when somebody can answer: at the latest when it begins, for no place stays empty through the day unanswered.

        Who asks when it is about to begin may be on their way. A day that nobody knows yet hurries nobody.
        """
        begins = self.gathering.starts_at
        if begins is None or self.gathering.is_postponed:
            return wanted
        return min(wanted, max(begins, now + SOONEST))

    def takes_bookings(self, now: datetime) -> bool:
        """Whether somebody may ask for a place now, or for a seat on the waiting list."""
        gathering, today = self.gathering, timezone.localdate(now)
        last = self.until or gathering.last_day or gathering.day
        is_late = self.is_over(now) or (last is not None and today > last)
        return not gathering.is_called_off and not gathering.is_full and not is_late

    def last_day_that_has_passed(self, now: datetime) -> date | None:
        """The day that the convenors chose, if nobody can book any more because of it."""
        return self.until if self.until and self.until < timezone.localdate(now) else None


class HeldPlaces(models.Model):
    """That some places wait for people of one sector, until a day."""

    opening = models.ForeignKey(Opening, models.CASCADE, related_name="held_places")
    sector = models.CharField(_("Sector"), max_length=20, choices=Sector)
    places = models.PositiveSmallIntegerField(_("Places"))
    until = models.DateField(_("Until"))

    class Meta:
        verbose_name_plural = "held places"
        constraints = [models.UniqueConstraint(fields=["opening", "sector"], name="a_sector_is_held_for_once")]

    def __str__(self) -> str:
        return f"{self.places} for {self.get_sector_display()}"


def _opening(row: tuple[Any, ...]) -> Opening:
    """As `select_related` and `only` would bring it."""
    values = iter(row)
    opening = Opening.from_db(connection.alias, OF_AN_OPENING, list(islice(values, len(OF_AN_OPENING))))
    gathering = Gathering.from_db(connection.alias, OF_A_GATHERING, list(islice(values, len(OF_A_GATHERING))))
    for fact, key in zip(FACTS, values, strict=True):
        relation: Any = Gathering._meta.get_field(fact)
        there = relation.related_model.from_db(connection.alias, ["id"], [key]) if key else None
        relation.set_cached_value(gathering, there)
    opening.gathering = gathering
    return opening

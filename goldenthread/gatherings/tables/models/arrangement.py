from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking, Feature
from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.tables.models.mix import Mix

MOST_ROUNDS = 12
MOST_AT_A_TABLE = 30
MOST_TABLES = 200
LONGEST_LOOK = 60


class Arrangement(models.Model):
    """How people are to sit at a gathering, as its convenors wish it."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="arrangement")
    # Longer looks for better plans; a repair on the day never waits so long.
    seconds = models.PositiveSmallIntegerField(
        _("How many seconds may it take to make the tables?"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_LOOK)],
    )

    objects = OfGatheringQuerySet["Arrangement"].as_manager()

    if TYPE_CHECKING:
        rounds: RelatedManager[Round]
        tables: RelatedManager[Table]
        mixes: RelatedManager[Mix]

    def __str__(self) -> str:
        return f"tables at {self.gathering}"

    def closed_tables(self) -> models.QuerySet[Table]:
        return self.tables.filter(is_closed=True).order_by("number")


class Round(models.Model):
    """A time in which people sit together: its number, its name, when and how long."""

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("Name"), max_length=60, blank=True)
    starts_at = models.DateTimeField(_("From"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("Minutes"), default=45, validators=[MinValueValidator(1), MaxValueValidator(24 * 60)]
    )
    is_home = models.BooleanField(_("Home group"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "number"], name="a_round_has_its_number_to_itself"),
            models.CheckConstraint(condition=Q(number__gte=1), name="rounds_are_counted_from_one"),
        ]

    def __str__(self) -> str:
        return self.name or _("Round %(n)s") % {"n": self.number}

    @property
    def ends_at(self) -> datetime | None:
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)

    def has_begun(self, now: datetime) -> bool:
        return self.starts_at is not None and self.starts_at <= now


class TableQuerySet(models.QuerySet["Table"]):
    """Questions about tables."""

    def open_at(self, gathering: Gathering) -> TableQuerySet:
        return self.filter(arrangement__gathering=gathering, is_closed=False)

    def to_be_checked_at(self, gathering: Gathering) -> TableQuerySet:
        """Of these nobody has said whether they offer in this place what they did in another."""
        return self.open_at(gathering).filter(is_to_be_checked=True)

    def that_offer_something(self) -> TableQuerySet:
        return self.exclude(features=[])


class Table(models.Model):
    """A table where people sit: how few and how many, what it offers, and who hosts it."""

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(_("Name"), max_length=40)
    room = models.CharField(_("Room"), max_length=60, blank=True)
    least = models.PositiveSmallIntegerField(
        _("Fewest seats"), default=3, validators=[MinValueValidator(1), MaxValueValidator(MOST_AT_A_TABLE)]
    )
    most = models.PositiveSmallIntegerField(
        _("Most seats"), default=8, validators=[MinValueValidator(1), MaxValueValidator(MOST_AT_A_TABLE)]
    )
    features = models.JSONField(default=list, blank=True)
    # The gathering has moved since: what the table offers was true of another hall.
    is_to_be_checked = models.BooleanField(default=False)
    host = models.ForeignKey(Booking, models.SET_NULL, null=True, blank=True, related_name="hosted_tables")
    # On the day a table may be lost. Rounds that were held there stay as they were.
    is_closed = models.BooleanField(_("Closed"), default=False)

    objects = TableQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "number"], name="a_table_has_its_number_to_itself"),
            models.CheckConstraint(
                condition=Q(least__lte=F("most")),
                name="a_table_seats_no_fewer_than_its_fewest",
                violation_error_message=_("The fewest seats are more than the most."),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def offers(self) -> list[str]:
        return [str(Feature(feature).label) for feature in self.features]

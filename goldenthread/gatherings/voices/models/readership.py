from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.voices.models.contribution import Contribution
from goldenthread.kit import clock
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.voices.models.reading_correction import ReadingCorrection


class Leaning(models.TextChoices):
    """What a reader would do with a contribution."""

    IN = "in", _("In")
    NOT_NOW = "not_now", _("Not now")
    ANOTHER_FORM = "form", _("In another form")
    TOO_CLOSE = "close", _("Too close to me")


class ReadershipQuerySet(OfGatheringQuerySet["Readership"]):
    """Questions about those who read."""

    def by(self, person: Person) -> ReadershipQuerySet:
        return self.filter(person=person)

    def lasting(self, now: datetime) -> ReadershipQuerySet:
        return self.filter(since__lte=now, until__gt=now)

    def without_names(self) -> ReadershipQuerySet:
        """Where readings are blind. Also before and after: what is read today is known tomorrow."""
        return self.filter(gathering__call__is_blind=True)

    def in_order(self) -> ReadershipQuerySet:
        return self.select_related("person").order_by("since", "pk")


class Readership(models.Model):
    """That somebody reads what people offer to a gathering, from a day until a day. A task that ends by itself."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="readerships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="readerships")
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    # As the convenor who asked them typed it: an address must not tell them who is behind it.
    asked_as = models.CharField(max_length=80, blank=True)
    # For the convenors who look that nobody reads so alone, and for nobody else: it stands beside no word of theirs.
    has_lived_experience = models.BooleanField(default=False)

    objects = ReadershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "person"], name="one_reads_once_at_a_gathering"),
            models.CheckConstraint(condition=Q(until__gt=models.F("since")), name="a_readership_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.person} reads for {self.gathering}"

    @property
    def last_day(self) -> date:
        """The day itself included."""
        return (self.until - timedelta(seconds=1)).astimezone(self.gathering.zone).date()

    @property
    def name(self) -> str:
        """For the convenors."""
        return self.asked_as or self.person.known_as


class ReadingsOpening(models.Model):
    """That readers began to read. Until then they see nothing."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="readings_opening")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfGatheringQuerySet["ReadingsOpening"].as_manager()

    def __str__(self) -> str:
        return f"readings of {self.gathering}"


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Questions about readings."""

    def by(self, person: Person) -> ReadingQuerySet:
        return self.filter(reader=person)

    def with_corrections(self) -> ReadingQuerySet:
        """How they read before, where whoever typed them in had mistyped."""
        return self.prefetch_related("corrections__by")

    def in_words(self) -> ReadingQuerySet:
        """Those that say something about it. In the order of their writing, which says nothing about what they say."""
        return self.exclude(leaning=Leaning.TOO_CLOSE).select_related("reader").order_by("pk")


class Reading(models.Model):
    """What one reader thinks of one contribution, in words. Never a number, and never put in order."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="readings")
    reader = models.ForeignKey(Person, models.CASCADE, related_name="readings")
    leaning = models.CharField(_("What would you do?"), max_length=10, choices=Leaning)
    words = models.TextField(_("Why, in a few words"), max_length=2000, blank=True)
    # Which wording they read: it may have changed since.
    version = models.PositiveIntegerField()
    # The convenor who typed it in from paper, and alone corrects what they mistyped. None: the reader said it here.
    typed_in_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    # Since they first said so here. What others wrote stays closed to them, whatever they say later.
    too_close_at = models.DateTimeField(null=True, blank=True)

    objects = ReadingQuerySet.as_manager()

    if TYPE_CHECKING:
        corrections: RelatedManager[ReadingCorrection]

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contribution", "reader"], name="one_reads_a_contribution_once")]

    def __str__(self) -> str:
        return f"a reading of {self.contribution}"

    @property
    def is_closed_to_its_reader(self) -> bool:
        return bool(self.leaning == Leaning.TOO_CLOSE or self.too_close_at)

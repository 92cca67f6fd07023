from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Max, OuterRef, Q, Subquery
from django.urls import reverse

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.state import SEATED
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models.arrangement import Arrangement, Round, Table
from goldenthread.gatherings.tables.models.emphasis import Emphasis
from goldenthread.kit import clock
from goldenthread.kit.jobs import Job, JobQuerySet
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class MixQuerySet(JobQuerySet["Mix"]):
    """Questions about versions."""

    def of(self, arrangement: Arrangement) -> MixQuerySet:
        return self.filter(arrangement=arrangement)

    def mixed(self) -> MixQuerySet:
        return self.filter(done_at__isnull=False)

    def mixed_before(self, version: Mix) -> Mix | None:
        """The newest that came out of the mixer, and not from a hand, before this one."""
        earlier = self.of(version.arrangement).mixed().filter(number__lt=version.number, told__has_key="kinds")
        return earlier.order_by("-number").first()

    def with_words(self) -> MixQuerySet:
        return self.select_related("arrangement__gathering", "by").prefetch_related("announcements")


class Mix(Job):
    """A version of who sits where: asked for by somebody, mixed, and kept as it came out."""

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="mixes")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    # The version that it goes on from, and the first round that is mixed anew: earlier ones are taken over as they are.
    base = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    from_round = models.PositiveSmallIntegerField(default=1)
    seed = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=5)
    # What mattered most to whoever asked for it.
    emphasis = models.CharField(max_length=6, choices=Emphasis, default=Emphasis.PEOPLE)
    # Whether what people were told is disturbed as little as possible.
    keeps_told = models.BooleanField(default=False)
    # Whether a convenor said so on the day: who is not here yet loses their seat.
    only_present = models.BooleanField(default=False)
    # Somebody changed their own seat, which made this version. Who it was is nobody's business.
    is_own_change = models.BooleanField(default=False)

    # Counts of the whole plan, or what stood in its way: never of whom.
    told = models.JSONField(default=dict)

    objects = MixQuerySet.as_manager()

    if TYPE_CHECKING:
        seats: RelatedManager[Seat]
        announcements: RelatedManager[Announcement]

    class Meta:
        verbose_name_plural = "mixes"
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "number"], name="a_version_has_its_number_to_itself"),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(failed_at=None), name="a_mix_that_is_done_has_not_failed"
            ),
            models.CheckConstraint(
                condition=Q(is_own_change=False) | Q(by=None), name="who_changed_their_own_seat_is_not_named"
            ),
        ]
        indexes = [
            models.Index(fields=["beat_at"], condition=Q(done_at=None, failed_at=None), name="mixes_to_take_up"),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("tables:mix", args=[self.arrangement.gathering.slug, self.number])

    @classmethod
    def next_number(cls, arrangement: Arrangement) -> int:
        """Ask it while the arrangement is locked."""
        return (cls.objects.filter(arrangement=arrangement).aggregate(n=Max("number"))["n"] or 0) + 1

    def mixed_at(self) -> datetime:
        """What people said later is not in it: a hand copies a version, and the copy knows nothing newer."""
        versions = Mix.objects.filter(arrangement=self.arrangement_id).values_list("pk", "base", "tries", "at")
        known = {pk: (base, tries, at) for pk, base, tries, at in versions}
        base, tries, at = known[self.pk]
        while not tries and base in known:
            base, tries, at = known[base]
        return at

    @property
    def is_announced(self) -> bool:
        """Whether people were told it, now or earlier."""
        return bool(self.announcements.all())


class SeatQuerySet(models.QuerySet["Seat"]):
    """Questions about where people sit."""

    def of_those_who_come(self) -> SeatQuerySet:
        """Whoever gave up their place keeps a row here until somebody needs the chair, and no seat in the eyes of anybody."""
        return self.filter(booking__state__in=SEATED)

    def announced(self) -> SeatQuerySet:
        """Those of the version that people go by now, at each gathering."""
        newest = Announcement.objects.that_hold(clock.now()).filter(mix__arrangement=OuterRef("mix__arrangement"))
        return self.filter(mix=Subquery(newest.values("mix")[:1]))


class Seat(models.Model):
    """That somebody, with whoever travels with them, sits at a table in a round of one version."""

    mix = models.ForeignKey(Mix, models.CASCADE, related_name="seats")
    round = models.ForeignKey(Round, models.CASCADE, related_name="seats")
    table = models.ForeignKey(Table, models.CASCADE, related_name="seats")
    booking = models.ForeignKey(Booking, models.CASCADE, related_name="table_seats")
    # The mixer leaves it where it is.
    is_locked = models.BooleanField(default=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mix", "round", "booking"], name="nobody_sits_at_two_tables_at_once")
        ]

    def __str__(self) -> str:
        return f"{self.booking.known_as} at {self.table}, {self.round}"


class AnnouncementQuerySet(models.QuerySet["Announcement"]):
    """Questions about what people were told."""

    def that_hold(self, now: datetime) -> AnnouncementQuerySet:
        """The newest first. In a sample house, whose clock is set to and fro, some are still to come."""
        return self.filter(at__lte=now).select_related("mix__arrangement__gathering").order_by("-pk")

    def newest_at(self, gathering: Gathering | int) -> Announcement | None:
        """What people go by now."""
        return self.that_hold(clock.now()).filter(mix__arrangement__gathering=gathering).first()


class Announcement(models.Model):
    """That a version was announced to those who come: by whom, and when. The newest holds."""

    mix = models.ForeignKey(Mix, models.CASCADE, related_name="announcements")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = AnnouncementQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.mix} announced"

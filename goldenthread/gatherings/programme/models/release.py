from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models.functions import Cast

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.kit import clock
from goldenthread.people.models import Person

# What a programme says of its gathering besides the plan: to whom it is shown, and whether it takes place.
TURNS = ("gathering__publication", "gathering__postponement", "gathering__cancellation")


class ReleaseQuerySet(OfGatheringQuerySet["Release"]):
    """Questions about versions of a programme."""

    def shown(self, now: datetime) -> ReleaseQuerySet:
        """Newest first. In a sample house, whose clock is set to and fro, some are still to come."""
        return self.filter(at__lte=now).newest_first()

    def settled(self) -> ReleaseQuerySet:
        """Those by which calendars, other programs and sign-up go."""
        return self.filter(is_draft=False)

    def before(self, number: int) -> ReleaseQuerySet:
        return self.filter(number__lt=number)

    def newest_of(self, gathering: Gathering, now: datetime) -> Release | None:
        """What people go by now."""
        newest = self.of(gathering).newest_first().first()
        # Asked without a moment, so that a kept page may ask it again (kit.page_questions); nearly always that is all.
        return newest if newest is None or newest.at <= now else self.of(gathering).shown(now).first()

    def at(self, slug: str) -> ReleaseQuerySet:
        """Of the gathering at this address, which comes along and how it stands."""
        return self.filter(gathering__slug=slug).select_related("gathering", *TURNS)

    def newest_first(self) -> ReleaseQuerySet:
        return self.order_by("-number")

    def that_show(self, uid: UUID) -> ReleaseQuerySet:
        """Those in which this session stands."""
        as_text = self.annotate(content_text=Cast("content", models.TextField()))
        return as_text.filter(content_text__contains=str(uid))

    def unread(self) -> ReleaseQuerySet:
        """With its content as text: of five hundred sessions it takes longer to read than to fetch."""
        return self.defer("content").annotate(content_text=Cast("content", models.TextField()))

    def is_shown(self, gathering: Gathering, now: datetime) -> bool:
        """Whether there is a programme to read."""
        return self.of(gathering).shown(now).exists()


class Release(models.Model):
    """A version of a programme that was shown to everybody: kept as data, and drawn anew for each reader.

    `content` names nobody: where somebody stands up there is the key of a speaker, whose name is looked up, so that a name that
    goes is gone from every version.
    """

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="releases")
    number = models.PositiveIntegerField()
    # What changed, as the convenors say it.
    words = models.TextField(max_length=4000, blank=True)
    content = models.JSONField(default=dict)
    # Shown before it is settled: it is only read. One that is settled is never followed by one that is not.
    is_draft = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="a_release_has_its_number_to_itself")
        ]

    def __str__(self) -> str:
        return f"programme of {self.gathering}, version {self.number}"

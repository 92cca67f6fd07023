from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Max, Q
from django.urls import reverse

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.jobs import Job, JobQuerySet
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from typing import NotRequired, TypedDict

    class Move(TypedDict):
        """Where a session is put: by the clock on the wall. `since` is the version that it had, 0 for nowhere."""

        session: int
        number: int
        since: int
        day: str
        from_time: str
        is_second_hour: bool
        room: int

    class NoPlace(TypedDict):
        """That a session found no place: why, and which of its speakers (by their keys) are the reason."""

        session: int
        what: str
        speakers: NotRequired[list[int]]
        hour: NotRequired[str]

    class Outcome(TypedDict):
        """What came out. `seen` are the versions of all that was placed, by session and number."""

        moves: list[Move]
        without: list[NoPlace]
        seen: dict[str, int]


class DraftRunQuerySet(JobQuerySet["DraftRun"]):
    """Questions about drafts by machine."""

    def of(self, gathering: Gathering) -> DraftRunQuerySet:
        return self.filter(gathering=gathering)


class DraftRun(Job):
    """A draft by machine: asked for by somebody, and looked at before anything is moved.

    With its seed and its iterations, the same programme gets the same draft again.
    """

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="draft_runs")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    # Otherwise only what is pinned stays where it is.
    keeps_placed = models.BooleanField(default=True)
    seed = models.PositiveIntegerField()
    # At most so long. What it may find depends on its iterations alone, not on how quick a machine is.
    seconds = models.FloatField()
    iterations = models.PositiveIntegerField()
    # How many of them it took: fewer if it was stopped, or found nothing to better.
    turns = models.PositiveIntegerField(default=0)
    # Keys and hours, and never a name: what would be put where and what found no place (`Outcome`), or what stood in the way.
    content = models.JSONField(default=dict)
    # That somebody put it into the programme.
    taken_at = models.DateTimeField(null=True)

    objects = DraftRunQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="a_draft_has_its_number_to_itself"),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(failed_at=None), name="a_draft_that_is_done_has_not_failed"
            ),
        ]
        indexes = [
            models.Index(fields=["beat_at"], condition=Q(done_at=None, failed_at=None), name="drafts_to_take_up"),
        ]

    def __str__(self) -> str:
        return f"draft {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("programme:draft_run", args=[self.gathering.slug, self.number])

    @classmethod
    def next_number(cls, gathering: Gathering) -> int:
        """Ask it while the gathering is locked."""
        return (cls.objects.of(gathering).aggregate(n=Max("number"))["n"] or 0) + 1

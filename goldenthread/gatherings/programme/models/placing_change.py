from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models.session import Session
from goldenthread.kit import clock
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from typing import TypedDict

    class SpotAsData(TypedDict):
        day: str
        from_time: str
        is_second_hour: bool
        room: int | None


class PlacingChangeQuerySet(models.QuerySet["PlacingChange"]):
    """Questions about moves of a programme."""

    def of(self, gathering: Gathering) -> PlacingChangeQuerySet:
        return self.filter(session__gathering=gathering)

    def newest_first(self) -> PlacingChangeQuerySet:
        return self.select_related("session", "by").order_by("-pk")

    def of_placing(self, session: Session, number: int) -> PlacingChangeQuerySet:
        return self.filter(session=session, number=number).order_by("-version")


class PlacingChange(models.Model):
    """That a session was put somewhere, moved, or taken out: from where, to where, by whom and when.

    What was done can be undone while nothing came after it. The way back is a row of its own, which points to what it undid.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="changes")
    # Which of the times that it is held.
    number = models.PositiveSmallIntegerField(default=1)
    # Where it was and where it is since, by the clock on the wall; None where it had no hour.
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    # Of the placing after it.
    version = models.PositiveIntegerField()
    undoes = models.OneToOneField("self", models.CASCADE, null=True, blank=True, related_name="undone_by")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = PlacingChangeQuerySet.as_manager()

    if TYPE_CHECKING:
        undone_by: PlacingChange

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number", "version"], name="a_placing_changes_once_from_one_version_to_the_next"
            )
        ]

    def __str__(self) -> str:
        return f"{self.session}, version {self.version}"

    @property
    def is_undone(self) -> bool:
        return hasattr(self, "undone_by")

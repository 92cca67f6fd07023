from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class ProgrammeRoom(models.Model):
    """A room where sessions are held: how many fit in, and what it offers."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="programme_rooms")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("What is it called?"), max_length=80)
    capacity = models.PositiveIntegerField(_("How many people fit in?"), null=True, blank=True)
    step_free = models.BooleanField(_("Step-free"), null=True, blank=True)
    hearing_loop = models.BooleanField(_("Hearing loop"), null=True, blank=True)
    words = models.CharField(_("How to find it, and what there is"), max_length=200, blank=True)

    objects = OfGatheringQuerySet["ProgrammeRoom"].as_manager()

    if TYPE_CHECKING:
        closures: RelatedManager[RoomClosure]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="a_room_has_its_number_to_itself"),
            models.UniqueConstraint(fields=["gathering", "name"], name="a_room_has_its_name_to_itself"),
        ]

    def __str__(self) -> str:
        return self.name


class RoomClosure(models.Model):
    """That a room cannot be used for a while: since when, until when, and why."""

    room = models.ForeignKey(ProgrammeRoom, models.CASCADE, related_name="closures")
    starts_at = models.DateTimeField(_("From"))
    ends_at = models.DateTimeField(_("Until"))
    because = models.CharField(_("Why?"), max_length=200, blank=True)
    # The room is lost: should the gathering end at another time, so does this.
    is_until_the_end = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")),
                name="a_closed_room_opens_after_it_closes",
                violation_error_message=_("It has to end after it starts."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.room}, closed"

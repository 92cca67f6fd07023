from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.programme.models.programme_room import ProgrammeRoom
from goldenthread.gatherings.programme.models.session import Session
from goldenthread.kit import clock
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class ProgrammeImport(models.Model):
    """That a convenor brought in sessions from a file. Taking all of them back deletes the row; the journal remembers."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="programme_imports")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    file = models.CharField(max_length=120)
    # By so many days everything stands later than in the file; fewer than none where it stands earlier.
    days_moved = models.IntegerField(default=0)

    objects = OfGatheringQuerySet["ProgrammeImport"].as_manager()

    if TYPE_CHECKING:
        sessions: RelatedManager[ImportedSession]
        rooms: RelatedManager[ImportedRoom]

    def __str__(self) -> str:
        return self.file


class ImportedSessionQuerySet(models.QuerySet["ImportedSession"]):
    """Questions about what came from files."""

    def of(self, gathering: Gathering) -> ImportedSessionQuerySet:
        return self.filter(brought_by__gathering=gathering)


class ImportedSession(models.Model):
    """That a session came from a file: by what the file knows it, and marks of what the newest file said of it.

    A newer file changes only what it says otherwise than the one before, so that what convenors changed by hand stays.
    """

    brought_by = models.ForeignKey(ProgrammeImport, models.CASCADE, related_name="sessions")
    key = models.CharField(max_length=200)
    session = models.OneToOneField(Session, models.CASCADE, related_name="imported")
    words_mark = models.CharField(max_length=32)
    place_mark = models.CharField(max_length=32)

    objects = ImportedSessionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brought_by", "key"], name="a_file_brings_a_session_once")]

    def __str__(self) -> str:
        return f"{self.brought_by}, {self.key}"


class ImportedRoom(models.Model):
    """That a room came with a file."""

    brought_by = models.ForeignKey(ProgrammeImport, models.CASCADE, related_name="rooms")
    room = models.OneToOneField(ProgrammeRoom, models.CASCADE, related_name="imported")

    def __str__(self) -> str:
        return f"{self.brought_by}, {self.room}"

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from goldenthread.kit import clock
from goldenthread.people.models import Person


class FollowingQuerySet(models.QuerySet["Following"]):
    """Questions about who follows what."""

    def owed_news(self, now: datetime) -> FollowingQuerySet:
        """Those who have not heard of the newest version, and whose rhythm allows a letter now."""
        rhythm = Person.Rhythm
        rested = {rhythm.DAILY: timedelta(days=1), rhythm.WEEKLY: timedelta(days=7)}
        due = Q(person__letters_rhythm=rhythm.AT_ONCE)
        for how_often, pause in rested.items():
            # A moment still to come was written before a sample house's clock was set back.
            rest_is_over = Q(told_at=None) | Q(told_at__lte=now - pause) | Q(told_at__gt=now)
            due |= Q(person__letters_rhythm=how_often) & rest_is_over
        return self.filter(due, told__lt=F("gathering__news"), person__email__isnull=False)


class Following(models.Model):
    """That a person follows a gathering's plan, and which version they have been told of."""

    gathering = models.ForeignKey("plan.Gathering", models.CASCADE, related_name="followings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="followings")
    since = models.DateTimeField(default=clock.now)
    told = models.PositiveIntegerField()
    told_at = models.DateTimeField(null=True)

    objects = FollowingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "person"], name="one_follows_once")]

    def __str__(self) -> str:
        return f"{self.person} follows {self.gathering}"

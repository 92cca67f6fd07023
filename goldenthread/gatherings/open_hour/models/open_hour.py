from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.kit import clock
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.open_hour.models.topic import Topic


class OpenHour(models.Model):
    """That people bring topics to a gathering on the day itself, and meet about them in rounds, each in a corner."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="open_hour")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfGatheringQuerySet["OpenHour"].as_manager()

    if TYPE_CHECKING:
        rounds: RelatedManager[TopicRound]
        corners: RelatedManager[Corner]
        topics: RelatedManager[Topic]

    def __str__(self) -> str:
        return f"open hour of {self.gathering}"


class TopicRound(models.Model):
    """A time at which people meet about topics, in the convenors' words, such as "14:00 to 14:40"."""

    open_hour = models.ForeignKey(OpenHour, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["open_hour", "words"], name="a_topic_round_has_its_words_to_itself")
        ]

    def __str__(self) -> str:
        return self.words


class Corner(models.Model):
    """A place where people meet about a topic: a corner of the hall, a room, under the tree."""

    open_hour = models.ForeignKey(OpenHour, models.CASCADE, related_name="corners")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["open_hour", "words"], name="a_corner_has_its_words_to_itself")]

    def __str__(self) -> str:
        return self.words

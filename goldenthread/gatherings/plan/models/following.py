from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from goldenthread.gatherings.plan.models.pending_changes import PendingChanges
from goldenthread.kit import clock
from goldenthread.outbox.models import Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from goldenthread.gatherings.plan.models.gathering import Gathering


class FollowingQuerySet(models.QuerySet["Following"]):
    """Questions about who follows what."""

    def of(self, person: Person) -> FollowingQuerySet:
        return self.filter(person=person)

    def standing(self, gathering: Gathering, person: Person) -> FollowingQuerySet:
        """That they follow it and still want to hear of it. A refusal ends it at the next news, and at once for all to see."""
        refusals = Refusal.objects.from_address(person.email or "", Following.EMAILS, about(gathering))
        return self.of(person).filter(~Exists(refusals), gathering=gathering)

    def owed_news(self, now: datetime) -> FollowingQuerySet:
        """Those who have not heard of the newest version, and whose rhythm allows an e-mail now. Changes that gather wait."""
        rhythm = Person.Rhythm
        rested = {rhythm.DAILY: timedelta(days=1), rhythm.WEEKLY: timedelta(days=7)}
        due = Q(person__letters_rhythm=rhythm.AT_ONCE)
        for how_often, pause in rested.items():
            # A moment still to come was written before a sample house's clock was set back.
            rest_is_over = Q(told_at=None) | Q(told_at__lte=now - pause) | Q(told_at__gt=now)
            due |= Q(person__letters_rhythm=how_often) & rest_is_over
        behind = self.filter(due, told__lt=F("gathering__news"), person__email__isnull=False)
        pending = PendingChanges.objects.filter(gathering=OuterRef("gathering"), since__lte=OuterRef("told"))
        return behind.exclude(Exists(pending))


class Following(models.Model):
    """That a person follows a gathering's plan, and which version they have been told of."""

    # The kind of e-mail that followers get, by which it is refused.
    EMAILS = "news"

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

    @classmethod
    @transaction.atomic
    def begin(cls, gathering: Gathering, person: Person) -> None:
        """Also after they refused its e-mails: to follow is to want them. Twice is once."""
        cls.objects.get_or_create(gathering=gathering, person=person, defaults={"told": gathering.news})
        Refusal.withdraw_of(person.email or "", cls.EMAILS, about(gathering))

    @classmethod
    def stands(cls, gathering: Gathering, person: Person) -> bool:
        return cls.objects.standing(gathering, person).exists()

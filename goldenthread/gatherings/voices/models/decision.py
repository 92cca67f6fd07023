from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.voices.models.contribution import Contribution
from goldenthread.gatherings.voices.models.voice import Voice
from goldenthread.kit import clock
from goldenthread.people.models import Person


class DecisionAnswer(models.TextChoices):
    """What can be decided about a contribution."""

    IN = "in", _("In")
    RESERVE = "reserve", _("In reserve")
    ANOTHER_PLACE = "another", _("In another place")
    NOT_THIS_TIME = "not_now", _("Not this time")


class OtherDoor(models.TextChoices):
    """Where else what somebody brings has a place."""

    OPEN_HOUR = "open_hour", _("The open hour on the day")
    CIRCLE = "circle", _("A circle")
    WALL = "wall", _("The wall")
    NEXT_TIME = "next", _("The next gathering")


class Telling(models.Model):
    """That all decisions of a moment were told together, in one press. Until then nobody but the convenors knows one."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="tellings")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfGatheringQuerySet["Telling"].as_manager()

    def __str__(self) -> str:
        return f"decisions of {self.gathering}, {self.at:%d %B %Y}"


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Questions about decisions. Ask for those that are not held back wherever anybody but a convenor reads the answer."""

    def of(self, gathering: Gathering) -> DecisionQuerySet:
        return self.filter(contribution__gathering=gathering)

    def held_back(self) -> DecisionQuerySet:
        return self.filter(telling=None)

    def made_known(self) -> DecisionQuerySet:
        return self.filter(telling__isnull=False)


class Decision(models.Model):
    """What the convenors decided about a contribution, and why. Held back until it is told with all the others."""

    contribution = models.OneToOneField(Contribution, models.CASCADE, related_name="decision")
    answer = models.CharField(_("What did you decide?"), max_length=10, choices=DecisionAnswer)
    reason = models.TextField(_("Why? They will read this."), max_length=2000, blank=True)
    door = models.CharField(_("Another door for them"), max_length=10, choices=OtherDoor, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    telling = models.ForeignKey(Telling, models.SET_NULL, null=True, blank=True, related_name="decisions")

    objects = DecisionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"a decision about {self.contribution}"


class OwedAnswer(models.Model):
    """That a voice is owed an e-mail about a decision. Written down when it is told; gone when the e-mail is written."""

    voice = models.OneToOneField(Voice, models.CASCADE, related_name="owed_answer")
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="owed")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"an answer to {self.voice}"

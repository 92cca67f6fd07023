from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.voices.models.contribution import Contribution
from goldenthread.gatherings.voices.models.voice import Voice
from goldenthread.gatherings.voices.models.voice_queryset import not_reached
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

    def without(self, contributions: Collection[int]) -> DecisionQuerySet:
        return self.exclude(contribution__in=contributions)

    def held_back(self) -> DecisionQuerySet:
        return self.filter(telling=None)

    def about(self, person: Person) -> DecisionQuerySet:
        """What this person brings, or brings with others."""
        theirs = Voice.objects.all().brought_by(person).values("contribution")
        return self.filter(contribution__in=theirs)

    def still_offered(self) -> DecisionQuerySet:
        """About what was sent and not taken back."""
        offered = self.filter(contribution__sent_at__isnull=False, contribution__withdrawn_at=None)
        return offered.select_related("contribution__gathering", "telling__by")

    def to_tell(self) -> DecisionQuerySet:
        """Held back, of what is still offered. In the order in which people sent it, whatever was decided."""
        return self.held_back().still_offered().order_by("contribution__sent_at", "pk")

    def made_known(self) -> DecisionQuerySet:
        return self.filter(telling__isnull=False)

    def still_in(self) -> DecisionQuerySet:
        return self.filter(answer=DecisionAnswer.IN, contribution__withdrawn_at=None)


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

    @property
    def is_made_known(self) -> bool:
        return self.telling_id is not None

    @property
    def is_in(self) -> bool:
        return self.answer == DecisionAnswer.IN

    @property
    def is_reserve(self) -> bool:
        return self.answer == DecisionAnswer.RESERVE

    @property
    def is_complete(self) -> bool:
        """Nobody is turned away without a reason and another door; who goes elsewhere is told where."""
        return not missing_in(self.answer, self.reason, self.door)


def missing_in(answer: str, reason: str, door: str) -> list[str]:
    """Which fields of a decision still want words before it can be told."""
    needed = {
        DecisionAnswer.NOT_THIS_TIME: {"reason": reason, "door": door},
        DecisionAnswer.ANOTHER_PLACE: {"door": door},
    }
    return [name for name, words in needed.get(DecisionAnswer(answer), {}).items() if not words.strip()]


class OwedAnswerQuerySet(models.QuerySet["OwedAnswer"]):
    """Questions about e-mails that are owed."""

    def to_write(self) -> OwedAnswerQuerySet:
        """With all that such an e-mail says."""
        about = ("voice__person", "decision__contribution__gathering", "decision__telling__by")
        return self.select_related(*about).order_by("pk")

    def by_email(self) -> OwedAnswerQuerySet:
        """Whoever has not said yes yet at the address that was typed in reads it once they have."""
        return self.to_write().exclude(not_reached("voice__"))

    def to_ring(self, gathering: Gathering) -> OwedAnswerQuerySet:
        """Those whom no e-mail reaches: a convenor tells them, and says so."""
        return self.to_write().nobody_writes().filter(decision__contribution__gathering=gathering)

    def nobody_writes(self) -> OwedAnswerQuerySet:
        still_in_it = Q(voice__left_at=None, decision__contribution__withdrawn_at=None)
        return self.filter(not_reached("voice__"), still_in_it)


class OwedAnswer(models.Model):
    """That a voice is owed an e-mail about a decision. Written down when it is told; gone when the e-mail is written."""

    voice = models.OneToOneField(Voice, models.CASCADE, related_name="owed_answer")
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="owed")
    at = models.DateTimeField(default=clock.now)

    objects = OwedAnswerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"an answer to {self.voice}"

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.voices.models.call import LONGEST_DAY, ContributionKind
from goldenthread.kit import clock
from goldenthread.kit.sealed import SealedTextField

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.voices.models.call_question import CallAnswer
    from goldenthread.gatherings.voices.models.decision import Decision
    from goldenthread.people.models import Person


class ContributionQuerySet(OfGatheringQuerySet["Contribution"]):
    """Questions about what people bring."""

    def without(self, contributions: Collection[int]) -> ContributionQuerySet:
        return self.exclude(pk__in=contributions)

    def refused_by_all(self, moment: datetime) -> ContributionQuerySet:
        """Nobody ever said that it is theirs, and all who were asked had said no by this moment."""
        left = self.filter(voices__left_at__lte=moment).exclude(voices__left_at=None)
        return left.exclude(voices__left_at__gt=moment).exclude(voices__yes_at__isnull=False).distinct()

    def brought_by(self, person: Person) -> ContributionQuerySet:
        """They said so themselves, and stay."""
        return self.filter(voices__person=person, voices__yes_at__isnull=False, voices__left_at=None)

    def brought_alone_by(self, person: Person) -> ContributionQuerySet:
        """What goes with them, if they leave this site."""
        return self._with_yeses().filter(pk__in=Contribution.objects.brought_by(person), yeses=1)

    def brought_together_by(self, person: Person) -> ContributionQuerySet:
        """What the others bring without them, if they leave."""
        return self._with_yeses().filter(pk__in=Contribution.objects.brought_by(person), yeses__gt=1)

    def _with_yeses(self) -> ContributionQuerySet:
        """`yeses`: how many bring it now."""
        in_it = Q(voices__yes_at__isnull=False, voices__left_at=None)
        return self.annotate(yeses=Count("voices", filter=in_it, distinct=True))

    def sent(self) -> ContributionQuerySet:
        """Handed in, and not taken back since. A draft is its voices' alone: no convenor reads it."""
        return self.filter(sent_at__isnull=False, withdrawn_at=None)

    def undecided(self) -> ContributionQuerySet:
        """For the convenors, in the order in which they were sent."""
        return self.sent().filter(decision=None).order_by("sent_at", "pk")


class Contribution(models.Model):
    """What somebody offers to bring to a gathering. A draft until they send it; convenors and readers see it from then on."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="contributions")
    title = models.CharField(_("What would you call it?"), max_length=120)
    words = models.TextField(_("In a few lines: what is it?"), max_length=4000, blank=True)
    # Where readings are blind: the same without what would show who it is, edited by whoever offers it.
    words_for_readers = models.TextField(_("The same for those who read, without names"), max_length=4000, blank=True)
    kind = models.ForeignKey(ContributionKind, models.SET_NULL, null=True, blank=True, related_name="contributions")
    minutes = models.PositiveSmallIntegerField(
        _("How many minutes would you like?"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAY)],
    )
    needs = SealedTextField(_("What do you need for it?"), max_length=1000, blank=True)
    # Of what is read. It grows whenever the words change after they were sent.
    version = models.PositiveIntegerField(default=1)
    begun_at = models.DateTimeField(default=clock.now)
    # That a stranger pressed “Send it”. It is sent once the address has proved to be theirs, also after the call has closed.
    pressed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # When the others last heard that it was taken back: not at every press, if somebody goes to and fro.
    withdrawal_told_at = models.DateTimeField(null=True, blank=True)

    objects = ContributionQuerySet.as_manager()

    if TYPE_CHECKING:
        answers: RelatedManager[CallAnswer]
        versions: RelatedManager[ContributionVersion]
        decision: Decision

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=LONGEST_DAY),
                name="a_contribution_fits_into_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        return self.sent_at is None

    @property
    def is_pressed(self) -> bool:
        """A stranger pressed “Send it”, and it waits for their address to prove to be theirs."""
        return self.is_draft and self.pressed_at is not None

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def given_up_by(self) -> list[str]:
        """Who has stepped back, of those who have not left. Bring the voices along."""
        return [voice.known_as for voice in self.voices.all() if voice.stepped_back_at]

    @property
    def is_given_up(self) -> bool:
        """Nobody is left to bring it."""
        return bool(self.given_up_by) and not any(voice.is_in_it for voice in self.voices.all())

    @property
    def has_changed(self) -> bool:
        """Since it was sent."""
        return self.version > 1


class ContributionVersion(models.Model):
    """How a contribution read when it was sent, and after each change since. Readers read a version."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    words = models.TextField(max_length=4000, blank=True)
    words_for_readers = models.TextField(max_length=4000, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contribution", "number"], name="a_wording_has_its_number_to_itself")
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

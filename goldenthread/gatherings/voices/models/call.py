from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.kit import clock
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.voices.models.call_question import CallQuestion

LONGEST_DAY = 24 * 60


class CallQuerySet(OfGatheringQuerySet["Call"]):
    """Questions about calls."""

    def is_open_at(self, now: datetime) -> CallQuerySet:
        """As far as a database can tell: of a gathering that begins today, `is_open` of each knows the hour."""
        takes_place = {"gathering__cancellation": None, "gathering__postponement": None}
        to_come = Q(gathering__day=None) | Q(gathering__day__gte=timezone.localdate(now))
        return self.filter(to_come, closing=None, until__gt=now, **takes_place)

    def of_those_followed_by(self, person: Person) -> CallQuerySet:
        return self.filter(gathering__followings__person=person)

    def with_its_gathering(self) -> CallQuerySet:
        """And with all that decides whether it is open."""
        return self.select_related("closing", "gathering__cancellation", "gathering__postponement")


class Call(models.Model):
    """That a gathering asks who would like to stand up and say something: in which words, and until when."""

    gathering = models.OneToOneField(Gathering, models.CASCADE, related_name="call")
    words = models.TextField(_("What would you like to say to people?"), max_length=4000)
    looked_for = models.TextField(_("What are you looking for?"), max_length=4000, blank=True)
    until = models.DateTimeField(_("Until when?"))
    # Readers see what people wrote for them, and no names.
    is_blind = models.BooleanField(_("Those who read don’t see who wrote it"), default=False)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = CallQuerySet.as_manager()

    if TYPE_CHECKING:
        kinds: RelatedManager[ContributionKind]
        extensions: RelatedManager[CallExtension]
        questions: RelatedManager[CallQuestion]
        closing: CallClosing

    def __str__(self) -> str:
        return f"call for voices of {self.gathering}"

    @property
    def is_closed(self) -> bool:
        """By hand: before its day came."""
        return hasattr(self, "closing")

    @property
    def ends_at(self) -> datetime:
        """Never after the gathering begins, also where its day was moved to before the end that was said."""
        begins = self.gathering.starts_at
        return min(self.until, begins) if begins else self.until

    def is_open(self, now: datetime) -> bool:
        takes_place = not self.gathering.is_called_off and not self.gathering.is_postponed
        return not self.is_closed and takes_place and now < self.ends_at


class CallExtension(models.Model):
    """That a call was open for longer than it had said."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="extensions")
    before = models.DateTimeField()
    until = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=models.F("before")), name="a_longer_call_ends_later")
        ]

    def __str__(self) -> str:
        return f"{self.call}, until {self.until:%d %B %Y}"


class CallClosing(models.Model):
    """That a convenor closed a call by hand. Opened again, the row goes."""

    call = models.OneToOneField(Call, models.CASCADE, related_name="closing")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.call}, closed"


class ContributionKindQuerySet(models.QuerySet["ContributionKind"]):
    """Questions about kinds of contributions."""

    def offered_at(self, call: Call, *, besides: int | None = None) -> ContributionKindQuerySet:
        """Those that people can choose now, in the order in which the convenors put them; and the one that was chosen before."""
        return self.filter(Q(is_offered=True) | Q(pk=besides), call=call).order_by("number")


class ContributionKind(models.Model):
    """One kind of thing that people can bring to a gathering, such as a story: how long, and for how many."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="kinds")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("What is it called?"), max_length=60)
    words = models.CharField(_("In one line"), max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("Minutes"), default=45, validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAY)]
    )
    most_people = models.PositiveIntegerField(_("For how many people at most?"), null=True, blank=True)
    # Not any more, where somebody has chosen it already: what they bring stays what it is.
    is_offered = models.BooleanField(_("People can bring this"), default=True)

    objects = ContributionKindQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="a_kind_has_its_number_to_itself"),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=LONGEST_DAY), name="a_kind_fits_into_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name

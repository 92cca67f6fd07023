from __future__ import annotations

import secrets
import uuid
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.plan.models.convening import Convening
from goldenthread.gatherings.plan.models.facts import Postponement
from goldenthread.gatherings.plan.models.same import is_as
from goldenthread.gatherings.plan.models.venue import has_moved, is_to_be_checked
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.kit.registry import rooms
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


# A name the type checker need not guess at: it is declared on the model.
CURRENT: str = "current_convenings"


# About ten pages. Every reader's page is made from these texts, so they may not take long to read for us either.
LONGEST_TEXT = 20_000
WHEN = ("day", "last_day", "from_time", "to_time", "time_zone")


class PlanChangedMeanwhile(Exception):
    """Somebody else saved this plan after you opened it."""


class GatheringQuerySet(models.QuerySet["Gathering"]):
    """Questions about gatherings."""

    def listed(self) -> GatheringQuerySet:
        """Those that are public. The others are for whoever was given their address."""
        return self.filter(publication__isnull=False)

    def convened_by(self, person: Person) -> GatheringQuerySet:
        return self.filter(convenings__person=person, convenings__until=None)

    def followed_by(self, person: Person) -> GatheringQuerySet:
        return self.filter(followings__person=person)

    def with_facts(self) -> GatheringQuerySet:
        """All that a page tells of each gathering, in two queries however many there are."""
        convenors = Convening.objects.current().select_related("person").order_by("since", "pk")
        return self.with_turns().prefetch_related(Prefetch("convenings", queryset=convenors, to_attr=CURRENT))

    def with_turns(self) -> GatheringQuerySet:
        """How each stands, and not who convenes it."""
        return self.select_related("publication", "settlement", "fullness", "postponement", "cancellation")

    def to_come(self, now: datetime) -> GatheringQuerySet:
        """Soonest first; those without a day stand last, for they are still to come."""
        return self.exclude(_over(now)).order_by(F("day").asc(nulls_last=True), "pk")

    def planned(self, now: datetime) -> GatheringQuerySet:
        """The same, without those that were called off."""
        return self.to_come(now).filter(cancellation=None)

    def held(self, now: datetime) -> GatheringQuerySet:
        return self.filter(_over(now)).order_by("-day", "-pk")


def _over(now: datetime) -> Q:
    today = timezone.localdate(now)
    return Q(last_day__lt=today) | Q(last_day=None, day__lt=today)


class Gathering(models.Model):
    """A gathering of any size and its plan as it stands now. Every earlier version is kept in its history."""

    class Attendance(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        ONLINE = "online", _("Online")
        BOTH = "both", _("In person and online")

    class Turn(models.TextChoices):
        """What happened at a version."""

        BEGUN = "begun", _("The plan was started")
        EDITED = "edited", _("The plan changed")
        TIDIED = "tidied", _("Small mistakes were put right")
        PUBLISHED = "published", _("The draft was shown to everybody")
        SETTLED = "settled", _("The plan is settled")
        UNSETTLED = "unsettled", _("The plan is a draft again")
        FULL = "full", _("The gathering is full")
        NOT_FULL = "not_full", _("There are places again")
        POSTPONED = "postponed", _("The gathering is postponed")
        RESUMED = "resumed", _("The gathering is going ahead")
        CANCELLED = "cancelled", _("The gathering is called off")
        REINSTATED = "reinstated", _("The gathering is happening after all")
        CONVENORS = "convenors", _("Who convenes it changed")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(_("What is it called?"), max_length=120)
    lede = models.CharField(_("In one sentence"), max_length=240, blank=True)
    about = models.TextField(_("What is it about?"), max_length=LONGEST_TEXT, blank=True)
    easy_read = models.TextField(_("What is it, in easy words?"), max_length=2000, blank=True)

    # A draft often knows the day before the hours; a wish, before the day.
    day = models.DateField(_("Day"), null=True, blank=True)
    last_day = models.DateField(_("Last day, if more than one"), null=True, blank=True)
    from_time = models.TimeField(_("From"), null=True, blank=True)
    to_time = models.TimeField(_("To"), null=True, blank=True)
    time_zone = models.CharField(_("Time zone"), max_length=40, default="Europe/London")
    when_wish = models.CharField(_("Or when you would like it to be"), max_length=120, blank=True)

    way = models.CharField(_("How do people come?"), max_length=10, choices=Attendance, default=Attendance.IN_PERSON)
    venue = models.CharField(_("Venue"), max_length=120, blank=True)
    address = models.CharField(_("Address"), max_length=240, blank=True)
    step_free = models.BooleanField(_("Step-free"), null=True, blank=True)
    hearing_loop = models.BooleanField(_("Hearing loop"), null=True, blank=True)
    quiet_room = models.BooleanField(_("Quiet room"), null=True, blank=True)
    getting_there = models.TextField(_("How to get there"), max_length=LONGEST_TEXT, blank=True)

    hosted_by = models.CharField(_("Who hosts it?"), max_length=200, blank=True)
    for_whom = models.TextField(_("Who is it for?"), max_length=LONGEST_TEXT, blank=True)
    places = models.PositiveIntegerField(_("How many places?"), null=True, blank=True)
    cost = models.CharField(_("What does it cost?"), max_length=200, blank=True)
    expect = models.TextField(_("What can people expect on the day?"), max_length=LONGEST_TEXT, blank=True)
    safeguarding = models.CharField(_("Who can people talk to if something worries them?"), max_length=200, blank=True)
    voices = models.TextField(_("Stand up and say something"), max_length=LONGEST_TEXT, blank=True)
    # Seats hoped for, by sector: {"health": 40}.
    aims = models.JSONField(default=dict, blank=True)

    # The number of this version, and what happened at it. A calendar knows it as SEQUENCE.
    sequence = models.PositiveIntegerField(default=0)
    # The newest version that followers are to hear of.
    news = models.PositiveIntegerField(default=0)
    turn = models.CharField(max_length=10, choices=Turn, default=Turn.BEGUN)
    because = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    objects = GatheringQuerySet.as_manager()
    history = HistoricalRecords()

    if TYPE_CHECKING:
        convenings: RelatedManager[Convening]
        current_convenings: list[Convening]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("day")),
                name="its_last_day_is_not_before_its_first",
                violation_error_message=_("The last day is before the first."),
            ),
            models.CheckConstraint(
                condition=Q(to_time=None)
                | Q(last_day__isnull=False, last_day__gt=F("day"))
                | Q(to_time__gt=F("from_time")),
                name="it_ends_after_it_starts",
                violation_error_message=_("It has to end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("pages:gathering", args=[self.slug])

    @classmethod
    @transaction.atomic
    def begin(cls, title: str, *, by: Person, **plan: Any) -> Gathering:
        """A first draft, which only those see who are given its address: the address cannot be guessed."""
        slug = f"{slugify(title)[:60] or 'gathering'}-{secrets.token_hex(8)}"
        gathering = cls(title=title, slug=slug, **plan)
        gathering.record(cls.Turn.BEGUN, by=by)
        Convening.objects.create(gathering=gathering, person=by)
        note(by, cls.Turn.BEGUN.value, gathering)
        return gathering

    def record(self, turn: Turn, *, by: Person | None, because: str = "") -> None:
        """Keep the plan as it stands as its next version. Call it inside the transaction of what happened.

        Wings above do what follows from it in that transaction.
        """
        before = Gathering.objects.filter(pk=self.pk).first()
        self.sequence += 1
        self.turn, self.because, self.changed_at = turn, because, clock.now()
        if turn is not self.Turn.TIDIED:
            self.news = self.sequence
        self._history_user, self._history_date = by, self.changed_at
        self.save()
        if before:
            written_to: set[str] = set()
            for wing in rooms(RoomAbovePlan):
                wing.plan_changed(before, self, written_to)

    @transaction.atomic
    def replan(self, plan: dict[str, Any], *, since: int, by: Person, is_small: bool, because: str = "") -> None:
        """Save a changed plan that was opened at version `since`; refuse when somebody was quicker."""
        now = Gathering.objects.select_for_update().get(pk=self.pk)
        if now.sequence != since:
            raise PlanChangedMeanwhile
        if is_as(now, plan):
            return
        for field, value in plan.items():
            setattr(self, field, value)
        # Another day or hour is no slip of the pen, whatever box is ticked.
        is_small = is_small and all(getattr(self, field) == getattr(now, field) for field in WHEN)
        # The loop of the old hall hangs in the old hall. Where an address was only mistyped it is the same hall.
        if not is_small and has_moved(now, self):
            for field in is_to_be_checked(now, self):
                setattr(self, field, None)
        if self.day and self.day != now.day and Postponement.objects.filter(gathering=self).delete()[0]:
            # It was to be on another day that nobody knew yet: this is the day.
            self._state.fields_cache.pop("postponement", None)
            turn = self.Turn.RESUMED
        else:
            turn = self.Turn.TIDIED if is_small else self.Turn.EDITED
        self.record(turn, by=by, because=because)
        note(by, turn.value, self)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def starts_at(self) -> datetime | None:
        """The moment it starts: midnight, while only the day is known."""
        if self.day is None:
            return None
        return datetime.combine(self.day, self.from_time or time.min, self.zone)

    @property
    def ends_at(self) -> datetime | None:
        """The moment it is over: the end of its last day, while the hour is not known."""
        last_day = self.last_day or self.day
        if last_day is None:
            return None
        return datetime.combine(last_day, self.to_time or time.max, self.zone)

    @property
    def is_online(self) -> bool:
        """Nobody travels to it."""
        return self.way == self.Attendance.ONLINE

    @property
    def is_public(self) -> bool:
        return hasattr(self, "publication")

    @property
    def is_settled(self) -> bool:
        return hasattr(self, "settlement")

    @property
    def is_full(self) -> bool:
        return hasattr(self, "fullness")

    @property
    def is_postponed(self) -> bool:
        return hasattr(self, "postponement")

    @property
    def is_called_off(self) -> bool:
        return hasattr(self, "cancellation")

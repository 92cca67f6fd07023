from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.programme.models.programme_room import ProgrammeRoom
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.kit import clock
from goldenthread.people.models import Person

LONGEST_SESSION = 24 * 60


class SessionKind(models.TextChoices):
    """What a session is to those who come."""

    CONTRIBUTION = "session", _("A session")
    BREAK = "break", _("A break")
    TABLES = "tables", _("At tables")
    MEETING = "meeting", _("A community meeting")
    OPEN_HOUR = "open_hour", _("An open hour")


class SessionQuerySet(OfGatheringQuerySet["Session"]):
    """Questions about sessions."""

    def made_of(self, contribution: Contribution) -> SessionQuerySet:
        """Also what was removed since, and knows only who stood up in it."""
        stood_up = models.Q(speakers__voice__contribution=contribution)
        return self.filter(models.Q(contribution=contribution) | stood_up).distinct()

    def nobody_brings(self) -> SessionQuerySet:
        """Somebody offered it; it was taken back, or all of them stepped back or left this site."""
        brought = Voice.objects.in_it().filter(contribution=models.OuterRef("contribution"))
        return self.filter(contribution__isnull=False).exclude(models.Exists(brought))


class SessionManager(models.Manager["Session"]):
    """Without what was removed: no draft knows it any more."""

    def get_queryset(self) -> models.QuerySet[Session]:
        return super().get_queryset().filter(removed_at=None)


class Session(models.Model):
    """Something that happens at a gathering for a while: what somebody brings, or a break, the tables, a community meeting.

    Removed after it was shown, its row stays: what hangs on it, such as people's chairs, goes by what is shown.
    """

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="sessions")
    # Calendars and other programmes know it by this for good.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("What is it?"), max_length=10, choices=SessionKind, default=SessionKind.CONTRIBUTION)
    title = models.CharField(_("What is it called?"), max_length=160)
    words = models.TextField(_("In a few lines"), max_length=4000, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("Minutes"), default=45, validators=[MinValueValidator(1), MaxValueValidator(LONGEST_SESSION)]
    )
    most_people = models.PositiveIntegerField(_("For how many people at most?"), null=True, blank=True)
    contribution = models.OneToOneField(Contribution, models.SET_NULL, null=True, blank=True, related_name="session")
    # Without hours, and without what somebody brought, from then on.
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = SessionManager.from_queryset(SessionQuerySet)()
    # Also those that were removed.
    ever = SessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=LONGEST_SESSION), name="a_session_lasts_a_day_at_most"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_for_everybody(self) -> bool:
        """Nobody is elsewhere meanwhile: it needs no room of its own."""
        return self.kind != SessionKind.CONTRIBUTION


class PlacingQuerySet(models.QuerySet["Placing"]):
    """Questions about what is where and when."""

    def of(self, gathering: Gathering) -> PlacingQuerySet:
        return self.filter(session__gathering=gathering)

    def in_order(self) -> PlacingQuerySet:
        """As the day goes: by the clock on the wall, then by room."""
        return self.order_by("day", "from_time", "is_second_hour", "room__number", "pk")

    def with_everything(self) -> PlacingQuerySet:
        """All that says where and when it is, and who put it there."""
        return self.select_related("room", "by", "session__gathering")

    def on(self, day: date) -> PlacingQuerySet:
        return self.filter(day=day)

    def numbered(self, number: int) -> PlacingQuerySet:
        return self.filter(number=number)


class PlacingManager(models.Manager["Placing"]):
    """Without what was taken out: nobody is shown it."""

    def get_queryset(self) -> models.QuerySet[Placing]:
        return super().get_queryset().filter(taken_out_at=None)


class Placing(models.Model):
    """That a session is held at an hour, in a room. The same session may be held more than once.

    Kept as the clock on the wall shows it, so that it stays where it is when the zone of the gathering changes. Taken out, its row
    stays, so that an undo brings back what hangs on it, such as people's chairs.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="placings")
    # 1 for the first time that it is held.
    number = models.PositiveSmallIntegerField(default=1)
    day = models.DateField(_("Day"))
    from_time = models.TimeField(_("From"))
    # Of an hour that the clock shows twice, the second one.
    is_second_hour = models.BooleanField(default=False)
    # None: everywhere, as with a break; or not settled yet.
    room = models.ForeignKey(ProgrammeRoom, models.SET_NULL, null=True, blank=True, related_name="placings")
    # The machine leaves it where it is.
    is_pinned = models.BooleanField(default=False)
    # It grows with every move: whoever saw an earlier one is told before they move it.
    version = models.PositiveIntegerField(default=1)
    # Without a room from then on.
    taken_out_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = PlacingManager.from_queryset(PlacingQuerySet)()
    # Also those that were taken out.
    ever = PlacingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="a_placing_has_its_number_to_itself"),
            # The last line of defence: the same minute in the same room. What overlaps is said in words.
            models.UniqueConstraint(
                fields=["room", "day", "from_time", "is_second_hour"],
                condition=Q(room__isnull=False),
                name="two_sessions_do_not_begin_in_one_room_at_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session}, {self.day} {self.from_time:%H:%M}"

    @property
    def starts_at(self) -> datetime:
        """In the zone of the gathering; ask it with the session's gathering at hand."""
        wall = datetime.combine(self.day, self.from_time, self.session.gathering.zone)
        return wall.replace(fold=int(self.is_second_hour))

    @property
    def ends_at(self) -> datetime:
        """So many minutes later as they pass, also where the clock changes between."""
        later = self.starts_at.astimezone(UTC) + timedelta(minutes=self.session.minutes)
        return later.astimezone(self.session.gathering.zone)

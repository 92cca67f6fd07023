from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.state import SEATED
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock


class SessionPlaceQuerySet(models.QuerySet["SessionPlace"]):
    """Questions about places in sessions."""

    def of(self, gathering: Gathering) -> SessionPlaceQuerySet:
        """Of those who have a place at the gathering itself: whoever gave theirs up has none in its sessions either."""
        return self.filter(booking__gathering=gathering, booking__state__in=SEATED)

    def of_the_gone(self, gathering: Gathering) -> SessionPlaceQuerySet:
        return self.filter(booking__gathering=gathering).exclude(booking__state__in=SEATED)

    def at(self, uid: UUID, number: int) -> SessionPlaceQuerySet:
        """In one session, at one hour; in the order in which they came."""
        return self.filter(session_uid=uid, number=number).order_by("pk")

    def coming(self) -> SessionPlaceQuerySet:
        return self.filter(state=SessionPlace.State.COMING)

    def waiting(self) -> SessionPlaceQuerySet:
        return self.filter(state=SessionPlace.State.WAITING).order_by("pk")

    def unanswered(self, now: datetime) -> SessionPlaceQuerySet:
        return self.filter(state=SessionPlace.State.OFFERED, until__lte=now)

    def with_people(self) -> SessionPlaceQuerySet:
        return self.select_related("booking__person", "booking__brought_in")


class SessionPlace(models.Model):
    """That somebody with a place at the gathering has a chair in a session at one hour, is offered one, or waits for one.

    It hangs on what people were shown, and not on the draft: which session, and which of the times that it is held. When and where
    that is, the newest release says.
    """

    class State(models.TextChoices):
        COMING = "coming", _("has a chair")
        # They sit elsewhere at that hour, and say which of the two they like better.
        OFFERED = "offered", _("a chair is offered")
        WAITING = "waiting", _("waiting")

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="session_places")
    session_uid = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    # As it was called, to be told when it is gone.
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=8, choices=State, default=State.COMING)
    at = models.DateTimeField(default=clock.now)
    # Until when an offer waits for an answer.
    until = models.DateTimeField(null=True)

    objects = SessionPlaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["booking", "session_uid", "number"], name="somebody_is_in_a_session_once_at_an_hour"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.get_state_display()}"

    @property
    def hour_key(self) -> tuple[UUID, int]:
        return self.session_uid, self.number

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_offered(self) -> bool:
        return self.state == self.State.OFFERED

    @property
    def is_coming(self) -> bool:
        return self.state == self.State.COMING

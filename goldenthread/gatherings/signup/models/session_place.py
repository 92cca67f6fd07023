from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.state import SEATED
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing
from goldenthread.kit import clock

# What is taken out of a programme by mistake is put back within this, and nobody hears of it.
A_SLIP_WAITS = timedelta(minutes=15)


class SessionPlaceQuerySet(models.QuerySet["SessionPlace"]):
    """Questions about places in sessions."""

    def of(self, gathering: Gathering) -> SessionPlaceQuerySet:
        """Of those who have a place at the gathering itself: whoever gave theirs up has none in its sessions either."""
        return self.filter(booking__gathering=gathering, booking__state__in=SEATED)

    def at(self, placing: int) -> SessionPlaceQuerySet:
        """In one session, at one hour; in the order in which they came."""
        return self.filter(placing=placing).order_by("pk")

    def coming(self) -> SessionPlaceQuerySet:
        return self.filter(state=SessionPlace.State.COMING)

    def waiting(self) -> SessionPlaceQuerySet:
        return self.filter(state=SessionPlace.State.WAITING).order_by("pk")

    def unanswered(self, now: datetime) -> SessionPlaceQuerySet:
        return self.filter(state=SessionPlace.State.OFFERED, until__lte=now)

    def in_the_programme(self) -> SessionPlaceQuerySet:
        """Without those in what was taken out: it may come back, and they with it."""
        return self.filter(placing__isnull=False, placing__taken_out_at=None)

    def of_what_is_gone(self, now: datetime) -> SessionPlaceQuerySet:
        """Their session is not held at that hour any more, for long enough to be no slip of the hand; or they themselves have no
        place at the gathering."""
        taken_out = Q(placing__taken_out_at__lte=now - A_SLIP_WAITS)
        return self.filter(Q(placing=None) | taken_out | ~Q(booking__state__in=SEATED))

    def with_hours(self) -> SessionPlaceQuerySet:
        return self.select_related("placing__session__gathering", "placing__room")

    def with_people(self) -> SessionPlaceQuerySet:
        return self.select_related("booking__person", "booking__brought_in")


class SessionPlace(models.Model):
    """That somebody with a place at the gathering has a chair in a session at one hour, is offered one, or waits for one."""

    class State(models.TextChoices):
        COMING = "coming", _("has a chair")
        # They sit elsewhere at that hour, and say which of the two they like better.
        OFFERED = "offered", _("a chair is offered")
        WAITING = "waiting", _("waiting")

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="session_places")
    # None: it is not held then any more, and they are told.
    placing = models.ForeignKey(Placing, models.SET_NULL, null=True, related_name="session_places")
    # As it was called, to be told when it is gone.
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=8, choices=State, default=State.COMING)
    at = models.DateTimeField(default=clock.now)
    # Until when an offer waits for an answer.
    until = models.DateTimeField(null=True)

    objects = SessionPlaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["booking", "placing"], name="somebody_is_in_a_session_once_at_an_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.get_state_display()}"

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_offered(self) -> bool:
        return self.state == self.State.OFFERED

    @property
    def is_coming(self) -> bool:
        return self.state == self.State.COMING

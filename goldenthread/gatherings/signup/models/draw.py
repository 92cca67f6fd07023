from __future__ import annotations

from datetime import datetime
from random import SystemRandom

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.programme.models import Session
from goldenthread.kit import clock
from goldenthread.mixing.draws.wishing import MOST_WISHES
from goldenthread.people.models import Person


def a_seed() -> int:
    """Six digits, so that it can be read out."""
    return SystemRandom().randrange(100_000, 1_000_000)


class DrawQuerySet(OfGatheringQuerySet["Draw"]):
    """Questions about draws."""

    def to_come(self) -> DrawQuerySet:
        """People can still wish, or wait for it to be drawn."""
        return self.filter(drawn_at=None)

    def held(self) -> DrawQuerySet:
        """The last first."""
        return self.filter(drawn_at__isnull=False).order_by("-drawn_at", "-pk")

    def of_sessions(self) -> DrawQuerySet:
        """For which something is to be drawn: sign-up for all of them may have ended since."""
        return self.filter(openings__isnull=False).distinct()

    def due(self, now: datetime) -> DrawQuerySet:
        return self.to_come().filter(until__lte=now, gathering__cancellation=None).order_by("pk")


class Draw(models.Model):
    """That chairs in some sessions are drawn: until when people wish, from which seed, and when it was done.

    The seed is drawn with the row, and shown from then on: nobody can choose one once the wishes are there.
    """

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="draws")
    until = models.DateTimeField(_("Until when can people wish?"))
    most_each = models.PositiveSmallIntegerField(
        _("How many of them for each person at most?"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WISHES)],
    )
    seed = models.PositiveIntegerField(default=a_seed)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    drawn_at = models.DateTimeField(null=True)

    objects = DrawQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering"], condition=models.Q(drawn_at=None), name="one_draw_at_a_time_at_a_gathering"
            )
        ]

    def __str__(self) -> str:
        return f"draw of {self.gathering}, seed {self.seed}"

    def would_give_less(self, until: datetime, most_each: int) -> bool:
        """Whether wishes would close earlier, or fewer be drawn for each: who has wished already counts on it."""
        return until < self.until.replace(second=0, microsecond=0) or most_each < self.most_each


class SessionWishQuerySet(models.QuerySet["SessionWish"]):
    """Questions about wishes."""

    def of(self, booking: Booking, draw: Draw | None) -> SessionWishQuerySet:
        """The dearest first."""
        return self.filter(booking=booking, draw=draw).select_related("session").order_by("rank")

    def by_booking(self) -> dict[int, list[int]]:
        """The sessions that each wishes for, the dearest first."""
        wishes: dict[int, list[int]] = {}
        for booking, session in self.order_by("booking", "rank").values_list("booking", "session"):
            wishes.setdefault(booking, []).append(session)
        return wishes


class SessionWish(models.Model):
    """That somebody with a place wishes for a session, and how much: 1 is their first wish. It can be changed until it is drawn."""

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="session_wishes")
    draw = models.ForeignKey(Draw, models.CASCADE, related_name="wishes")
    session = models.ForeignKey(Session, models.CASCADE, related_name="wishes")
    rank = models.PositiveSmallIntegerField()
    # The draw gave it to them, whatever they did with it since.
    is_drawn = models.BooleanField(default=False)

    objects = SessionWishQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "session wishes"
        constraints = [
            models.UniqueConstraint(fields=["booking", "draw", "session"], name="a_session_is_wished_for_once"),
            models.UniqueConstraint(fields=["booking", "draw", "rank"], name="a_wish_has_its_rank_to_itself"),
        ]

    def __str__(self) -> str:
        return f"wish {self.rank}: {self.session}"

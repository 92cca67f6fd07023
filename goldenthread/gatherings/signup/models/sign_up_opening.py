from __future__ import annotations

from django.db import models

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.signup.models.draw import Draw
from goldenthread.kit import clock
from goldenthread.people.models import Person


class SignUpOpeningQuerySet(models.QuerySet["SignUpOpening"]):
    """Questions about sessions that people sign up for."""

    def of(self, gathering: Gathering) -> SignUpOpeningQuerySet:
        return self.filter(session__gathering=gathering)


class SignUpOpening(models.Model):
    """That people sign up for a session, at every hour that it is held. Without one, anybody just goes in."""

    session = models.OneToOneField(Session, models.CASCADE, related_name="sign_up")
    # Whose chairs are drawn first; None: first come, first served. What is left after the draw is, too.
    draw = models.ForeignKey(Draw, models.SET_NULL, null=True, related_name="openings")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = SignUpOpeningQuerySet.as_manager()

    class Meta:
        verbose_name = "sign-up opening"

    def __str__(self) -> str:
        return f"sign-up for {self.session}"

    @property
    def waits_for_the_draw(self) -> bool:
        return self.draw is not None and self.draw.drawn_at is None

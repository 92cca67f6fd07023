from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.kit import clock
from goldenthread.people.models.person import Person

# So long somebody may answer, and nobody says hello to them a second time.
OPEN_FOR = timedelta(days=60)


class HelloQuerySet(models.QuerySet["Hello"]):
    """Questions about who said hello to whom."""

    def said(self, by: Person, to: Person, now: datetime) -> HelloQuerySet:
        return self.filter(by=by, to=to, at__gte=now - OPEN_FOR)

    def unanswered(self, by: Person, to: Person, now: datetime) -> Hello | None:
        """The last that was said between these two, if it was said by this one: then it is the other's turn."""
        last = (self.said(by, to, now) | self.said(to, by, now)).order_by("-pk").first()
        return last if last and last.by_id == by.pk else None

    def to_forget(self, now: datetime) -> HelloQuerySet:
        return self.filter(at__lt=now - OPEN_FOR)


class Hello(models.Model):
    """That one member said hello to another through this site. What they wrote stands in the e-mail, and not here."""

    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    to = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(_("when"), default=clock.now)

    objects = HelloQuerySet.as_manager()

    class Meta:
        verbose_name = _("hello")
        constraints = [models.CheckConstraint(condition=~Q(by=F("to")), name="nobody_says_hello_to_themselves")]

    def __str__(self) -> str:
        return f"a hello on {self.at}"

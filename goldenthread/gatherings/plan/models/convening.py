from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models.of_gathering import OfGatheringQuerySet
from goldenthread.gatherings.plan.models.pending_changes import PendingChanges
from goldenthread.kit import clock
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from goldenthread.gatherings.plan.models.gathering import Gathering


def a_token() -> str:
    return secrets.token_urlsafe(24)


class ConveningQuerySet(OfGatheringQuerySet["Convening"]):
    """Questions about who convenes."""

    def current(self) -> ConveningQuerySet:
        return self.filter(until=None)

    def by(self, person: Person) -> ConveningQuerySet:
        return self.filter(person=person)

    def look(self, gathering: Gathering, person: Person, now: datetime) -> None:
        """They have read what happened until now. Nobody else reads that they have."""
        self.of(gathering).current().by(person).update(looked_at=now)


class Convening(models.Model):
    """That a person convenes a gathering, since when and until when; what they look after, and for how long they mean to."""

    gathering = models.ForeignKey("plan.Gathering", models.CASCADE, related_name="convenings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="convenings")
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(null=True, blank=True)
    task = models.CharField(
        _("What do you look after?"), max_length=120, blank=True, help_text=_("Such as: the door, and the list.")
    )
    # A promise, and no clock: nobody is put out on that day, they are asked.
    planned_until = models.DateField(
        _("Until when?"), null=True, blank=True, help_text=_("On that day we ask you. Nothing ends by itself.")
    )
    # Until when they have read what happened.
    looked_at = models.DateTimeField(null=True, blank=True)

    objects = ConveningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "person"], condition=models.Q(until=None), name="one_convenes_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} convenes {self.gathering}"


class ConvenorInvitationQuerySet(models.QuerySet["ConvenorInvitation"]):
    """Questions about who was asked."""

    def open(self) -> ConvenorInvitationQuerySet:
        return self.filter(accepted_at=None)

    def owed_a_change(self) -> ConvenorInvitationQuerySet:
        """Not while changes gather: they go together. What was owed before they began is not held up by them."""
        pending = PendingChanges.objects.filter(gathering=OuterRef("gathering"), since__lte=OuterRef("owed_since"))
        return self.open().filter(owed_since__isnull=False).exclude(Exists(pending))

    def to_forget(self, now: datetime) -> ConvenorInvitationQuerySet:
        """The name and the address of somebody who may not be here at all are not kept for longer."""
        return self.filter(at__lt=now - timedelta(days=60))


class ConvenorInvitation(models.Model):
    """That somebody was asked by e-mail to convene a gathering too, or to take over from whoever asks."""

    gathering = models.ForeignKey("plan.Gathering", models.CASCADE, related_name="convenor_invitations")
    name = models.CharField(_("Their name"), max_length=80)
    email = models.EmailField(_("Their e-mail"))
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    takes_over = models.BooleanField(_("They take over from me"), default=False)
    token = models.CharField(max_length=40, default=a_token, unique=True)
    at = models.DateTimeField(default=clock.now)
    accepted_at = models.DateTimeField(null=True)
    # The version of the plan that they know of, while they are owed an e-mail about a day that moved since.
    owed_since = models.PositiveIntegerField(null=True)

    objects = ConvenorInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name}, asked to convene {self.gathering}"

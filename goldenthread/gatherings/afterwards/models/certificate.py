from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models.refusal import whose as unreadable
from goldenthread.people.models import Person

# As many years as people have to show what they took part in.
KEPT_FOR = timedelta(days=365 * 6)
# Without letters and digits that are read for others.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
UNANSWERED = Q(booking__brought_in__isnull=False, booking__confirmed_at=None)


def a_code() -> str:
    """Such as 7KQM-2XWP-RT9H: sixty bits, which nobody guesses."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(12))
    return f"{drawn[:4]}-{drawn[4:8]}-{drawn[8:]}"


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Questions about certificates."""

    def of(self, person: Person | None, address: str) -> CertificateQuerySet:
        """Whose it is by their page, by their booking, or by the address under which they booked."""
        theirs = Q(person=person) | Q(booking__person=person) if person else Q(pk=None)
        known = Q(whose=unreadable(address)) | Q(booking__email=address.lower()) if address else Q(pk=None)
        return self.filter(theirs | known)

    def under(self, code: str) -> CertificateQuerySet:
        """The one that bears this code, if there is one."""
        return self.filter(code=code)

    def to_tell(self) -> CertificateQuerySet:
        """Whoever was only brought in hears of it when they have said yes."""
        return self.filter(told_at=None, booking__isnull=False).exclude(UNANSWERED)

    def on_paper(self) -> CertificateQuerySet:
        """Of those to whom no e-mail goes: they have no address, or were put down by others and have not said yes."""
        no_address = Q(booking__email="", booking__person__email=None)
        return self.filter(no_address | UNANSWERED, booking__isnull=False)

    def to_forget(self, now: datetime) -> CertificateQuerySet:
        day = timezone.localdate(now - KEPT_FOR)
        return self.filter(Q(gathering__last_day__lt=day) | Q(gathering__last_day=None, gathering__day__lt=day))


class Certificate(models.Model):
    """That somebody was at a gathering, as it stands on paper: word for word what was printed, under a code."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="certificates")
    # They outlive the booking, which is forgotten sooner.
    booking = models.OneToOneField(Booking, models.SET_NULL, null=True, related_name="certificate")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    # Of whoever had not confirmed their booking then: their address can be recognised in it, and not read.
    whose = models.CharField(max_length=64, blank=True)
    code = models.CharField(max_length=20, unique=True, default=a_code)
    printed = models.JSONField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    told_at = models.DateTimeField(null=True)

    objects = CertificateQuerySet.as_manager()

    def __str__(self) -> str:
        return f"certificate {self.code}"

    def get_absolute_url(self) -> str:
        return reverse("afterwards:verification", args=[self.code])

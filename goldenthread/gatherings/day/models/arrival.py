from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.models import Person


class Standing(models.TextChoices):
    """How somebody stands on the day."""

    COMING = "coming", _("expected")
    APOLOGIES = "apologies", _("sent apologies")
    HERE = "here", _("here")
    LATE = "late", _("joined late")
    LEFT = "left", _("left early")
    ABSENT = "absent", _("did not come")


PRESENT = frozenset({Standing.HERE, Standing.LATE})
GONE = frozenset({Standing.APOLOGIES, Standing.LEFT, Standing.ABSENT})
WAS_HERE = frozenset({Standing.HERE, Standing.LATE, Standing.LEFT})


class Source(models.TextChoices):
    """How we know."""

    LIST = "list", _("from the hosts’ list")
    EMAIL = "letter", _("from the e-mail")
    WORD = "word", _("by the word of the day")
    PAPER = "paper", _("from paper")
    LAST_CALL = "last_call", _("when the list was closed")


def a_mark() -> str:
    return secrets.token_urlsafe(24)


class ArrivalQuerySet(models.QuerySet["Arrival"]):
    """Questions about who is here."""

    def in_order(self) -> ArrivalQuerySet:
        """The last press counts, by the time of the press: a list without network may tell of it much later."""
        return self.order_by("at", "pk")

    def standings(self) -> dict[int, Standing]:
        """How each booking stands now. Who is not in it has not been seen yet."""
        rows = self.in_order().values_list("booking", "standing")
        return {booking: Standing(standing) for booking, standing in rows}

    def of(self, booking: Booking) -> ArrivalQuerySet:
        """All that was said of one, the latest first."""
        return self.filter(booking=booking).order_by("-at", "-pk")

    def standing_of(self, booking: Booking) -> Standing | None:
        last = self.of(booking).values_list("standing", flat=True).first()
        return Standing(last) if last else None

    def presses(self) -> dict[int, list[tuple[Standing, datetime]]]:
        """All that was said of each booking, in the order of the presses."""
        by_booking: dict[int, list[tuple[Standing, datetime]]] = {}
        for booking, standing, at in self.in_order().values_list("booking", "standing", "at"):
            by_booking.setdefault(booking, []).append((Standing(standing), at))
        return by_booking


class Arrival(models.Model):
    """That somebody said how one person stands on the day: who said it, when, and how they know. The latest counts."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="arrivals")
    booking = models.ForeignKey(Booking, models.CASCADE, related_name="arrivals")
    standing = models.CharField(max_length=10, choices=Standing)
    way = models.CharField(max_length=10, choices=Source)
    # Nobody: they said it themselves, or have left this house since.
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    # The moment of the press, and the moment at which we heard of it.
    at = models.DateTimeField(default=clock.now)
    heard_at = models.DateTimeField(default=clock.now)
    # How the booking stood before this press gave it a place, if it did: for when it was a slip.
    was = models.CharField(max_length=10, blank=True, default="")
    # Made where it was pressed, so that a press that is told twice is one.
    once = models.CharField(max_length=60, default=a_mark)

    objects = ArrivalQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "once"], name="a_press_counts_once_at_a_gathering")]
        indexes = [
            models.Index(fields=["gathering", "at"], name="arrivals_in_order"),
            models.Index(fields=["booking", "at"], name="arrivals_of_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.booking.known_as}: {self.get_standing_display()}"


def write_down(arrivals: Iterable[Arrival]) -> None:
    """Each press once, however often we are told of it."""
    Arrival.objects.bulk_create(arrivals, ignore_conflicts=True)

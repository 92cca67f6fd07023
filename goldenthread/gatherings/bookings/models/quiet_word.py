from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.presses import PROVED
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.kit import clock
from goldenthread.kit.sealed import SealedTextField
from goldenthread.people.models import Person

MOST_WORDS = 400


class QuietWordQuerySet(models.QuerySet["QuietWord"]):
    """Questions about what was said quietly."""

    def at(self, gathering: Gathering) -> QuietWordQuerySet:
        return self.filter(booking__gathering=gathering)

    def for_reader(self, person: Person) -> QuietWordQuerySet:
        """What this one convenor may read: written to them, by somebody who showed that the address is theirs, while they convene."""
        theirs = Booking.objects.filter(PROVED)
        return self.filter(self._convenes(), reader=person, booking__in=theirs)

    def with_its_booking(self) -> QuietWordQuerySet:
        return self.select_related("booking__person", "booking__gathering", "booking__brought_in")

    def by_booking(self) -> dict[str, set[int]]:
        """The keys of the bookings: of all of them, and of those that were answered."""
        rows = dict(self.values_list("booking", "answered_at"))
        return {"written": set(rows), "answered": {key for key, answered_at in rows.items() if answered_at}}

    def unanswered(self) -> QuietWordQuerySet:
        """Said by somebody who still comes, waits or asks."""
        return self.filter(booking__in=Booking.objects.live(), answered_at=None)

    def unread(self) -> QuietWordQuerySet:
        """Not answered, and nobody can read it any more: whoever it was written to has stepped back or left."""
        return self.filter(Q(reader=None) | ~Q(self._convenes()), answered_at=None)

    @staticmethod
    def _convenes() -> Exists:
        gathering = OuterRef("booking__gathering")
        return Exists(Convening.objects.current().filter(gathering=gathering, person=OuterRef("reader")))


class QuietWord(models.Model):
    """That somebody said quietly that the cost is too much, and what they could give; and what the one convenor who reads it answered.

    Nobody else reads it: who is named after them reads only what is written to them.
    """

    # Of a press, until it is confirmed: see `presses`.
    booking = models.OneToOneField(Booking, models.CASCADE, related_name="quiet_word")
    reader = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    words = SealedTextField(_("What could you give?"), max_length=MOST_WORDS)
    at = models.DateTimeField(default=clock.now)
    answer = SealedTextField(_("Your answer"), max_length=MOST_WORDS, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = QuietWordQuerySet.as_manager()

    def __str__(self) -> str:
        return f"a quiet word at booking {self.booking_id}"

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.booking_question import BookingQuestion
from goldenthread.gatherings.bookings.models.state import LIVE
from goldenthread.gatherings.plan.models.own_question import Shape
from goldenthread.kit.sealed import SealedTextField
from goldenthread.people.models import Person

# As `presses.PROVED`, of the booking.
PROVED = Q(booking__confirmed_at__isnull=False) | Q(booking__email="") | Q(booking__brought_in__isnull=False)


class BookingAnswerQuerySet(models.QuerySet["BookingAnswer"]):
    """Questions about answers."""

    def for_convenors(self) -> BookingAnswerQuerySet:
        """Of those who said so themselves: what a stranger typed for an address is nobody's answer."""
        return self.filter(PROVED, booking__state__in=LIVE)

    def of_booking(self, booking: Booking) -> BookingAnswerQuerySet:
        return self.filter(booking=booking)

    def of_somebody(self, person: Person) -> BookingAnswerQuerySet:
        addressed = Q(booking__email=person.email) if person.email else Q(pk=None)
        return self.filter(Q(booking__person=person) | addressed)

    def in_order(self) -> BookingAnswerQuerySet:
        return self.select_related("question").order_by("question__at", "question")


class BookingAnswer(models.Model):
    """What somebody answered to one question of the convenors. Of several choices, one a line."""

    question = models.ForeignKey(BookingQuestion, models.CASCADE, related_name="answers")
    booking = models.ForeignKey(Booking, models.CASCADE, related_name="answers")
    # It may be about health or faith, whatever the question was.
    words = SealedTextField(max_length=2000)

    objects = BookingAnswerQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "booking"], name="a_question_is_answered_once")]

    def __str__(self) -> str:
        return "an answer"

    @property
    def in_words(self) -> str:
        return ", ".join(self.words.splitlines()) if self.question.shape == Shape.SEVERAL else self.words

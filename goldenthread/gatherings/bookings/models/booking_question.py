from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection, models
from django.db.models import Count, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models.state import LIVE
from goldenthread.gatherings.plan.models import Gathering, OfGatheringQuerySet
from goldenthread.gatherings.plan.models.own_question import KEPT_SO_LONG_AT_MOST, OwnQuestion
from goldenthread.kit.sql import query

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.bookings.models.booking_answer import BookingAnswer

# As `presses.PROVED`, of the bookings that answered.
ANSWER_PROVED = (
    Q(answers__booking__confirmed_at__isnull=False)
    | Q(answers__booking__email="")
    | Q(answers__booking__brought_in__isnull=False)
)
# By hand, because every press asks it (kit.sql). In the order of the model: those of every own question come first.
ASKED_OF = ("id", "words", "purpose", "shape", "options", "keep_days", "gathering_id", "is_needed")
ASKED = f"""
    SELECT {", ".join(ASKED_OF)} FROM bookings_bookingquestion
     WHERE gathering_id = %s AND ended_at IS NULL ORDER BY at, id"""  # noqa: S608 - our own names


class BookingQuestionQuerySet(OfGatheringQuerySet["BookingQuestion"]):
    """Questions about what convenors ask."""

    def still_asked(self) -> BookingQuestionQuerySet:
        return self.filter(ended_at=None)

    def in_order(self) -> BookingQuestionQuerySet:
        return self.order_by("at", "pk")

    def answered(self) -> BookingQuestionQuerySet:
        """By anybody, whatever became of their booking."""
        return self.filter(answers__isnull=False).distinct()

    def with_numbers(self) -> BookingQuestionQuerySet:
        """`answered_by`: of how many convenors can read the answer."""
        counts = Q(answers__booking__state__in=LIVE) & ANSWER_PROVED
        return self.annotate(answered_by=Count("answers", filter=counts, distinct=True))

    def of_those_who_book(self, gathering: Gathering) -> list[BookingQuestion]:
        """As `still_asked` and `in_order` would bring them."""
        rows = query(ASKED, gathering.pk)
        return [BookingQuestion.from_db(connection.alias, list(ASKED_OF), list(row)) for row in rows]


class BookingQuestion(OwnQuestion):
    """What the convenors of one gathering ask of everybody who books."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="questions")
    is_needed = models.BooleanField(
        _("Nobody can book without answering it"),
        default=False,
        help_text=_("Only if you couldn’t do without: each such question keeps somebody away."),
    )

    objects = BookingQuestionQuerySet.as_manager()

    if TYPE_CHECKING:
        answers: RelatedManager[BookingAnswer]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=KEPT_SO_LONG_AT_MOST, name="an_answer_is_kept_ninety_days_at_most")
        ]

    def seen_in_words(self, gathering: Gathering) -> str:
        return gettext("Seen by the convenors. %(until)s") % {"until": self.until_in_words(gathering)}

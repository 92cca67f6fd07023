from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.models.opening import Opening
from goldenthread.gatherings.bookings.models.state import SEATED, State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Circular, Mailing, MailingQuerySet


class Addressing(Mailing):
    """That a circular is for those who booked a gathering and stand in one way. Who they are is asked when it goes."""

    class Whom(models.TextChoices):
        COMING = "coming", _("those who are coming")
        KEPT = "kept", _("those who have not confirmed yet")
        WAITING = "waiting", _("those who wait")
        ASKED = "asked", _("those who asked for a place")
        NEEDS = "needs", _("those who told us what they need")
        ALL = "all", _("everybody who has a place or waits")

    class WhomAfterwards(models.TextChoices):
        """The same once the day has been: nobody comes or waits any more."""

        COMING = "coming", _("those who had a place")
        KEPT = "kept", _("those who never confirmed")
        WAITING = "waiting", _("those who were on the waiting list")
        ASKED = "asked", _("those who asked for a place")
        NEEDS = "needs", _("those who told us what they need")
        ALL = "all", _("everybody who had a place or waited")

    circular = models.OneToOneField(Circular, models.CASCADE, related_name="addressing")
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="addressings")
    whom = models.CharField(_("Who to?"), max_length=10, choices=Whom)

    objects = MailingQuerySet["Addressing"].as_manager()

    def get_absolute_url(self) -> str:
        return reverse("bookings:circular", args=[self.gathering.slug, self.pk])

    @property
    def whom_in_words(self) -> str:
        return str(words_for(self.gathering)(self.whom).label)

    def recipients(self) -> BookingQuerySet:
        """As they stand now. Who waits for an answer to an offer waits, too. Whoever was brought in has to answer first."""
        return self._all_of_them().answered().defer("needs", "table_needs", "supporter")

    def unanswered(self) -> int:
        """How many of them were brought in and have not answered: this is not written to them."""
        return self._all_of_them().unanswered().count()

    def _all_of_them(self) -> BookingQuerySet:
        ours = Booking.objects.filter(gathering=self.gathering_id).select_related("person").order_by("pk")
        if self.whom == self.Whom.NEEDS:
            return ours.with_needs()
        states = {
            self.Whom.COMING: [State.COMING, State.EXPECTED],
            self.Whom.KEPT: [State.KEPT],
            self.Whom.WAITING: [State.WAITING, State.OFFERED],
            self.Whom.ASKED: [State.ASKED],
        }
        return ours.filter(state__in=states.get(self.Whom(self.whom), [*SEATED, State.WAITING]))


def words_for(gathering: Gathering) -> type[models.TextChoices]:
    """In words of what is still to come, or of what has been."""
    return Addressing.WhomAfterwards if Opening(gathering=gathering).is_over(clock.now()) else Addressing.Whom

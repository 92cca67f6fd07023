from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.day.models import WAS_HERE, Standing
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Circular, Mailing, MailingQuerySet

NEVER_SAID_YES = [
    State.KEPT,
    State.EXPECTED,
    State.RELEASED,
    State.OFFERED,
    State.LAPSED,
    State.WAITING,
    State.ASKED,
    State.NOT_THIS_TIME,
    State.GIVEN,
]


class Afterword(Mailing):
    """That a circular is for those who came to a gathering, or for those who were missed. Who they are is asked when it goes."""

    class Whom(models.TextChoices):
        CAME = "came", _("those who came")
        MISSED = "missed", _("those who did not come")

    circular = models.OneToOneField(Circular, models.CASCADE, related_name="afterword")
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="afterwords")
    whom = models.CharField(_("Who to?"), max_length=10, choices=Whom)

    objects = MailingQuerySet["Afterword"].as_manager()

    def get_absolute_url(self) -> str:
        return reverse("afterwards:afterword", args=[self.gathering.slug, self.pk])

    def recipients(self) -> list[Booking]:
        """As they stand now, by what was said at the door. Whoever was not spoken of gets neither e-mail."""
        bookings = self._spoken_of().answered()
        if self.whom == self.Whom.MISSED:
            # Whoever never said that they come is not missed, and perhaps never typed that address.
            bookings = bookings.exclude(state__in=NEVER_SAID_YES)
        return list(bookings.select_related("person").defer("needs", "table_needs", "supporter", "line").order_by("pk"))

    def left_out(self) -> list[tuple[str, list[str]]]:
        """Who does not get it, by the reason: its writer is to know before it goes."""
        spoken_of, never = self._spoken_of(), Booking.objects.none()
        if self.whom == self.Whom.MISSED:
            never = spoken_of.answered().filter(state__in=NEVER_SAID_YES)
        reasons = [
            (_("No e-mail address, so ring them or write on paper"), self.without_an_address()),
            (_("A convenor put them down, and they haven’t said yes by e-mail"), _names(spoken_of.unanswered())),
            (_("Never confirmed a place"), _names(never)),
            (_("Nobody has said whether they came: close the list of arrivals first"), _names(self._not_spoken_of())),
        ]
        return [(str(reason), names) for reason, names in reasons if names]

    def _spoken_of(self) -> BookingQuerySet:
        wanted = WAS_HERE if self.whom == self.Whom.CAME else {Standing.ABSENT, Standing.APOLOGIES}
        keys = [key for key, standing in self.gathering.arrivals.standings().items() if standing in wanted]
        return Booking.objects.filter(gathering=self.gathering_id, pk__in=keys)

    def _not_spoken_of(self) -> BookingQuerySet:
        known = {key for key, standing in self.gathering.arrivals.standings().items() if standing != Standing.COMING}
        return Booking.objects.filter(gathering=self.gathering_id).coming().exclude(pk__in=known)


def _names(bookings: BookingQuerySet) -> list[str]:
    return [
        booking.listed_as
        for booking in bookings.select_related("person").defer("needs", "table_needs", "supporter", "line")
    ]

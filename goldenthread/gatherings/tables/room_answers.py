"""What tables answer: whose a seat is, and that rounds move with their day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.above import RoomAboveBookings
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables import plan_changes
from goldenthread.gatherings.tables.acts import ACTS
from goldenthread.gatherings.tables.keeping import KEPT
from goldenthread.gatherings.tables.models import Seat, TableWish
from goldenthread.gatherings.tables.rules import may_wish_for
from goldenthread.journal.above import Act
from goldenthread.kit import clock
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows
from goldenthread.people.models import Person


class Tables(RoomAboveBookings):
    """Tables, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return {Seat: _seats_of}

    def ways_for_convenors(self, booking: Booking) -> Sequence[tuple[str, str]]:
        if not may_wish_for(booking, clock.now()):
            return ()
        address = reverse("tables:wishes_for", args=[booking.gathering.slug, booking.pk])
        return [(_("Type in a wish about the tables"), address)]

    def keeps_wishes(self, booking: Booking) -> bool:
        return TableWish.objects.filter(booking=booking).exists()

    def took_part(self, bookings: Collection[int]) -> Collection[int]:
        announced = Seat.objects.filter(booking__in=bookings, mix__announcements__isnull=False)
        return set(announced.values_list("booking", flat=True))

    def plan_changed(self, before: Gathering, after: Gathering, written_to: set[str]) -> None:
        plan_changes.plan_changed(before, after, written_to)
        plan_changes.place_changed(before, after)

    def after_a_new_time(self, gathering: Gathering) -> str:
        return plan_changes.rounds_in_words(gathering)


def _seats_of(person: Person) -> QuerySet[Seat]:
    """Mine are those where I sit, not all those of a version that I asked for."""
    return Seat.objects.filter(booking__person=person)

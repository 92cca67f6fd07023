"""What a gathering is to whoever is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, Subquery

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.gatherings.tables.mine import my_bookings
from goldenthread.gatherings.tables.rules import may_see_neighbours
from goldenthread.people.models import Person


@dataclass(frozen=True)
class Mine:
    """Whether they follow it, and how their booking stands where tables are laid out. For its convenors: offers of help."""

    follows: bool
    booking_state: str | None
    offer_count: int

    @property
    def has_tables(self) -> bool:
        return self.booking_state is not None and may_see_neighbours(Booking(state=self.booking_state))


def mine(gathering: Gathering, person: Person) -> Mine:
    """In one query: everybody who is signed in waits for it."""
    where_tables_are_laid = my_bookings(gathering, person).filter(gathering__arrangement__isnull=False)
    row = Gathering.objects.filter(pk=gathering.pk).values_list(
        Exists(Following.objects.standing(gathering, person)),
        Subquery(where_tables_are_laid.order_by("pk").values("state")[:1]),
        Count("offers"),
    )
    return Mine(*row.get())

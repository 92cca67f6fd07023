"""What a gathering is to somebody who is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Following, Gathering, OfferOfHelp
from goldenthread.people.models import Person


@dataclass(frozen=True)
class Mine:
    """Whether they follow it, whether they have a booking and have offered help."""

    follows: bool
    has_booking: bool
    has_offered: bool


def mine(gathering: Gathering, person: Person) -> Mine:
    """In one query: everybody who is signed in waits for it."""
    bookings = Booking.objects.live().filter(gathering=gathering).of(person=person, email=person.email or "")
    row = Gathering.objects.filter(pk=gathering.pk).values_list(
        Exists(Following.objects.standing(gathering, person)),
        Exists(bookings),
        Exists(OfferOfHelp.objects.filter(gathering=gathering, person=person)),
    )
    return Mine(*row.get())

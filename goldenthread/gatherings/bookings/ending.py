"""A convenor ends the booking of somebody who rang up."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.people.models import Person


@transaction.atomic
def end_for(booking: Booking, *, apologies: bool, now: datetime, by: Person) -> None:
    """The place passes on, and they are told by whom. Raises `giving_up.AlreadyOver`."""
    give_up(booking, State.APOLOGIES if apologies else State.CANCELLED, now=now, by=by)
    booking.owed.filter(kind=Owed.Kind.OVER).update(kind=Owed.Kind.ENDED)

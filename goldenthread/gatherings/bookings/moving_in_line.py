"""A convenor changes whose turn it is on the waiting list. The reason stands in the booking and goes with it; without one, first come is first served."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.rules import may_move_in_line
from goldenthread.journal.note import note
from goldenthread.people.models import Person


@transaction.atomic
def move_in_line(booking: Booking, number: int, *, reason: str, now: datetime, by: Person) -> int:
    """Their number then: 1 is next. Raises `NotLive`.

    The turns of those who wait stay the same numbers, given out anew: so whoever books later is behind all of them.
    """
    Opening.objects.in_turn(booking.gathering_id)
    waiting = list(_waiting(booking.gathering_id))
    mine = next((row for row in waiting if row.pk == booking.pk), None)
    if mine is None or not may_move_in_line(booking, now):
        raise NotLive
    turns = [row.turn for row in waiting]
    waiting.remove(mine)
    waiting.insert(number - 1, mine)
    for row, turn in zip(waiting, turns, strict=True):
        row.moved_to = turn
    Booking.objects.bulk_update(waiting, ["moved_to"], batch_size=500)
    Booking.objects.filter(pk=mine.pk).update(moved_because=reason)
    note(by, "changed a turn on the waiting list", booking)
    return waiting.index(mine) + 1


def _waiting(gathering: int) -> list[Booking]:
    return list(Booking.objects.filter(gathering=gathering).in_waiting_order().only("gathering", "moved_to"))

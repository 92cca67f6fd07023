"""Giving up a place oneself: for ten minutes it can be taken back, and only then does it pass on."""

from datetime import datetime, timedelta

from django.db import transaction

from goldenthread.gatherings.bookings.giving_up import AlreadyOver, give_up
from goldenthread.gatherings.bookings.models import Booking, Opening, State, Withdrawal
from goldenthread.gatherings.bookings.places_by_asking import give_places_in_turn
from goldenthread.gatherings.bookings.waiting_list import move_on
from goldenthread.journal.note import note

# Long enough to notice a slip, and hardly longer for who waits than the way of an e-mail.
CAN_BE_TAKEN_BACK_FOR = timedelta(minutes=10)


@transaction.atomic
def withdraw(booking: Booking, state: State, *, now: datetime, line: str = "") -> None:
    """Nothing moves yet. Raises `AlreadyOver`, also for a second press of the same button."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    if opening.is_over(now) or not Booking.objects.live().filter(pk=booking.pk).exists():
        raise AlreadyOver
    until = now + CAN_BE_TAKEN_BACK_FOR
    how = {"state": state, "line": line, "at": now, "until": until}
    _row, is_new = Withdrawal.objects.get_or_create(booking=booking, defaults=how)
    if not is_new:
        raise AlreadyOver
    note(booking.person, "gave up a place", booking)


@transaction.atomic
def stay_after_all(booking: Booking, *, now: datetime) -> None:
    """They changed their mind in time: also a little later, while nobody else was given the place. Raises `AlreadyOver`."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    gone, _rows = Withdrawal.objects.filter(booking=booking).delete()
    if not gone:
        raise AlreadyOver
    note(booking.person, "took their place back", booking)
    # What fell free while they were leaving the waiting list may be theirs.
    move_on(opening, now)
    if not opening.by_asking:
        # Nobody need ask any more since: whoever still does has a place in turn.
        give_places_in_turn(opening, now)
        booking.refresh_from_db(fields=["state"])


def pass_on(now: datetime) -> None:
    """What was given up and not taken back in time."""
    due = Withdrawal.objects.due(now)
    for withdrawal in due.select_related("booking__gathering", "booking__person").order_by("pk"):
        booking = withdrawal.booking
        with transaction.atomic():
            Opening.objects.in_turn(booking.gathering_id)
            if due.filter(pk=withdrawal.pk).exists():  # Unless they took it back, or another worker was quicker.
                give_up(booking, State(withdrawal.state), now=now, by=booking.person, line=withdrawal.line)

"""What somebody typed when they asked once more becomes what their booking says, once it is known to be them."""

from datetime import datetime

from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.seats import seats_of

WORDS = ("name", "language", "sectors", "needs", "line", "supporter")


def take_down(booking: Booking, press: Booking, opening: Opening, now: datetime) -> None:
    """Call it while the opening is locked.

    What the owner said before stays where nothing new was typed: they may only have looked for an e-mail. What nobody
    confirmed goes as a whole, because anybody may have typed it.
    """
    keeps = booking.is_proved
    for word in WORDS:
        typed = getattr(press, word)
        setattr(booking, word, typed if typed or not keeps else getattr(booking, word))
    if press.seats > booking.seats:
        booking.seats = press.seats if _has_room(booking, opening, now) else booking.seats
    elif not keeps:
        booking.seats = press.seats
    booking.save(update_fields=[*WORDS, "seats"])


def _has_room(booking: Booking, opening: Opening, now: datetime) -> bool:
    """For a supporter, too: another seat for somebody who sits, and nobody is overtaken by it."""
    if not booking.is_seated:
        return True
    seats = seats_of(opening, now)
    held = [booking.held_for] if booking.held_for else []
    return not seats.has_a_line and seats.for_hats(held, 1) is not None

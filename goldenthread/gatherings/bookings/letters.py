"""Letters about bookings. One function writes what is owed; one table says which words it takes."""

import secrets
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import translation

from goldenthread.gatherings.bookings import again
from goldenthread.gatherings.bookings.answering import booking_of, sealed
from goldenthread.gatherings.bookings.door_code import code_of
from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.bookings.models.statements import SEAL
from goldenthread.gatherings.plan import in_words
from goldenthread.kit.address import absolute
from goldenthread.kit.by_hand import ask, insert
from goldenthread.outbox import post
from goldenthread.outbox.models import Letter

# Those that answer a press, and carry a code for the browser that pressed.
WITH_A_CODE = {Owed.Kind.KEPT, Owed.Kind.WAITING, Owed.Kind.AGAIN}


@dataclass(frozen=True)
class Composed:
    """A letter in words, and the seal of the code in it, if it carries one. Neither is in the database yet."""

    debt: Owed
    letter: Letter | None = None
    seal: str = ""

    def keep(self) -> None:
        """Only the seal of a code is kept. A new letter brings a new code and new tries."""
        if self.seal:
            ask(SEAL, self.seal, self.debt.booking_id)
        if self.letter:
            insert(self.letter)


def compose(debt: Owed) -> Composed:
    """The letter that is owed, in the language of whoever booked. No letter for somebody without an address."""
    booking = debt.booking
    if not booking.address:
        return Composed(debt)
    if twin := again.told_already(booking):
        return Composed(debt, seal=twin.code_hash)
    # Who waits, and has said that it is them, has nothing to confirm.
    is_known = debt.kind == Owed.Kind.WAITING and booking.confirmed_at
    code = f"{secrets.randbelow(1_000_000):06}" if debt.kind in WITH_A_CODE and not is_known else ""
    language = booking.person.language if booking.person else booking.language
    with translation.override(language):
        letter = post.compose(
            kind=f"booking: {debt.kind}",
            to=booking.person,
            address=booking.address,
            template=f"gatherings/letters/booking_{debt.kind}",
            context=_about(booking) | ({"code": f"{code[:3]} {code[3:]}".strip()} if debt.kind in WITH_A_CODE else {}),
        )
    return Composed(debt, letter, sealed(booking, code) if code else "")


def _about(booking: Booking) -> dict[str, Any]:
    gathering = booking.gathering
    mine = booking_of(booking) if booking.state == State.AGAIN else booking
    return {
        "booking": booking,
        # How it stands: of a press, the booking that its address has.
        "stands": mine,
        "gathering": gathering,
        "when": in_words.when(gathering),
        "where": in_words.where(gathering),
        "until": a_moment(mine.until, gathering.zone) if mine and mine.until else "",
        "place_in_line": mine.place_in_line() if mine else 0,
        "code": code_of(booking),
        "mine": (mine or booking).get_absolute_url(),
        "typed": booking.get_absolute_url(),
        "address": absolute(gathering.get_absolute_url()),
        "again": absolute(reverse("gatherings:booking", args=[gathering.slug])),
    }

"""Letters about bookings. One function writes what is owed; one table says which words it takes."""

import secrets
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import translation

from goldenthread.gatherings.bookings.answering import sealed
from goldenthread.gatherings.bookings.door_code import code_of
from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Owed, State
from goldenthread.gatherings.bookings.models.statements import SEAL
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.calendar import calendar_to_send
from goldenthread.gatherings.plan.letters import what_changed
from goldenthread.kit.address import absolute
from goldenthread.kit.by_hand import ask, insert
from goldenthread.outbox import post
from goldenthread.outbox.models import Letter

# Those that carry a code, for the browser that pressed.
WITH_A_CODE = {Owed.Kind.KEPT}
# Those that bring the day into a calendar.
WITH_A_CALENDAR = {Owed.Kind.COMING, Owed.Kind.CHANGED}


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
    code = f"{secrets.randbelow(1_000_000):06}" if debt.kind in WITH_A_CODE else ""
    language = booking.person.language if booking.person else booking.language
    with translation.override(language):
        letter = post.compose(
            kind=f"booking: {debt.kind}",
            to=booking.person,
            address=booking.address,
            template=f"gatherings/letters/booking_{debt.kind}",
            context=_about(debt) | ({"code": f"{code[:3]} {code[3:]}"} if code else {}),
        )
        if debt.kind in WITH_A_CALENDAR and booking.is_seated:
            letter.calendar = calendar_to_send(booking.gathering)
    return Composed(debt, letter, sealed(booking, code) if code else "")


def _about(debt: Owed) -> dict[str, Any]:
    booking, gathering = debt.booking, debt.booking.gathering
    return (what_changed(gathering, debt.since) if debt.kind == Owed.Kind.CHANGED else {}) | {
        "booking": booking,
        "gathering": gathering,
        "when": in_words.when(gathering),
        "hours": in_words.hours(gathering),
        "where": in_words.where(gathering),
        "until": a_moment(booking.until, gathering.zone) if booking.until else "",
        "place_in_line": booking.place_in_line() if booking.state == State.WAITING else 0,
        "code": code_of(booking),
        "mine": booking.get_absolute_url(),
        "address": absolute(gathering.get_absolute_url()),
        "again": absolute(reverse("gatherings:booking", args=[gathering.slug])),
    }

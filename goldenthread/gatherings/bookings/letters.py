"""Letters about bookings. One function writes what is owed; one table says which words it takes."""

import secrets
from typing import Any

from django.urls import reverse
from django.utils import translation

from goldenthread.gatherings.bookings.answering import sealed
from goldenthread.gatherings.bookings.door_code import code_of
from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.plan import in_words
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Letter

# Those that carry a code, for the browser that pressed.
WITH_A_CODE = {Owed.Kind.KEPT}


def write(debt: Owed) -> Letter | None:
    """The letter that is owed, in the language of whoever booked. None for somebody without an address."""
    booking = debt.booking
    if not booking.address:
        return None
    language = booking.person.language if booking.person else booking.language
    with translation.override(language):
        return post.write(
            kind=f"booking: {debt.kind}",
            to=booking.person,
            address=booking.address,
            template=f"gatherings/letters/booking_{debt.kind}",
            context=_about(booking) | (_with_a_code(booking) if debt.kind in WITH_A_CODE else {}),
        )


def _about(booking: Booking) -> dict[str, Any]:
    gathering = booking.gathering
    return {
        "booking": booking,
        "gathering": gathering,
        "when": in_words.when(gathering),
        "where": in_words.where(gathering),
        "until": a_moment(booking.until, gathering.zone) if booking.until else "",
        "place_in_line": booking.place_in_line() if booking.state == State.WAITING else 0,
        "code": code_of(booking),
        "mine": booking.get_absolute_url(),
        "address": absolute(gathering.get_absolute_url()),
        "again": absolute(reverse("gatherings:booking", args=[gathering.slug])),
    }


def _with_a_code(booking: Booking) -> dict[str, str]:
    """Only its seal is kept. A new letter brings a new code and new tries."""
    code = f"{secrets.randbelow(1_000_000):06}"
    Booking.objects.filter(pk=booking.pk).update(code_hash=sealed(booking, code), tries=0)
    return {"code": f"{code[:3]} {code[3:]}"}

"""The e-mails that a convenor corrected somebody's booking: who did, and which of it; never what stands there."""

from collections.abc import Collection

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.in_words import and_
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

YOURS = {
    "name": _("your name"),
    "email": _("your e-mail"),
    "sectors": _("your sector"),
    "needs": _("what you need"),
    "supporter": _("who comes with you"),
    "line": _("what you told the convenors"),
    "answers": _("what you answered the convenors"),
    "wishes": _("what you asked of the tables"),
}

WHY = _("You get this because a convenor changed a booking with this address.")


def tell_there(booking: Booking, changed: Collection[str], *, by: Person) -> Email | None:
    """Where they are written to now. Nobody, if it is somebody on paper."""
    if not booking.address:
        return None
    return _write(booking, booking.person, booking.address, booking.known_as, changed, by)


def tell_where_it_was(booking: Booking, changed: Collection[str], address: str, *, name: str, by: Person) -> Email:
    """Where they were written to before. No link there opens the booking any more."""
    return _write(booking, Person.objects.filter(email=address).first(), address, name, changed, by)


def _write(booking: Booking, to: Person | None, address: str, name: str, changed: Collection[str], by: Person) -> Email:
    gathering = booking.gathering
    with translation.override(to.language if to else booking.language):
        return post.write(
            kind="booking: corrected",
            to=to,
            address=address,
            template="bookings/emails/booking_corrected",
            context={
                "name": name,
                "who": by.known_as,
                "what": and_(str(YOURS[field]) for field in changed),
                "gathering": gathering,
                "mine": booking.get_absolute_url() if address == booking.address else "",
                "address": absolute(gathering.get_absolute_url()),
                "speaks_of": by,
                "why": WHY,
            },
        )

"""A place has come free for somebody whom no e-mail reaches: the convenors are asked to ring them."""

from django.urls import reverse
from django.utils import translation

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.emails import WHY_A_CONVENOR
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person


def ask_to_ring(booking: Booking) -> None:
    """Each convenor who has an address. Written at once: it is seldom, and their yes is what the place waits for."""
    gathering = Gathering.objects.with_facts().get(pk=booking.gathering_id)
    for convening in gathering.current_convenings:
        if convening.person.email:
            please_ring(booking, gathering, convening.person)


def please_ring(booking: Booking, gathering: Gathering, convenor: Person) -> Email:
    with translation.override(convenor.language):
        return post.write(
            kind="booking: to ring",
            to=convenor,
            address=convenor.email or "",
            template="bookings/emails/to_ring",
            context={
                "booking": booking,
                "gathering": gathering,
                "until": a_moment(booking.until, gathering.zone) if booking.until else "",
                "address": absolute(reverse("bookings:listed", args=[gathering.slug, booking.pk])),
                "speaks_of": booking.person,
                "why": WHY_A_CONVENOR,
            },
        )

"""E-mails after the day."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email

WHY = gettext_lazy("You get this because you were at this gathering.")


def certificate(issued: Certificate) -> Email | None:
    """Where the certificate can be taken from. None for somebody without an address: the convenors print it."""
    booking = issued.booking
    if booking is None or not booking.address:
        return None
    at = reverse("afterwards:certificate_of", args=[issued.gathering.slug, booking.key])
    language = booking.person.language if booking.person else booking.language
    with translation.override(language):
        return post.write(
            kind="certificate",
            to=booking.person,
            address=booking.address,
            template="afterwards/emails/certificate",
            context={"name": booking.known_as, "gathering": issued.gathering, "address": absolute(at), "why": WHY},
        )

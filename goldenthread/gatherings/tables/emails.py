"""E-mails about tables."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.changed_tables import ChangedTable
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email

WHY = gettext_lazy("You get this because your table at this gathering has changed.")


def table_changed(booking: Booking, changed: Sequence[ChangedTable]) -> Email:
    """They sit at another table than they were told. Why is not said."""
    gathering = booking.gathering
    language = booking.person.language if booking.person else booking.language
    with translation.override(language):
        rounds = [
            (change, a_moment(change.round.starts_at, gathering.zone) if change.round.starts_at else "")
            for change in changed
        ]
        return post.write(
            kind="table changed",
            to=booking.person,
            address=booking.address,
            template="tables/emails/table_changed",
            context={
                "name": booking.known_as,
                "gathering": gathering,
                "rounds": rounds,
                "why": WHY,
                "mine": absolute(reverse("tables:place_tables", args=[gathering.slug, booking.key])),
            },
        )

"""What stands on the page of a booking: the way to my tables and my wishes."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables import rules
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.kit import clock


def ways(booking: Booking) -> Iterator[tuple[str, str]]:
    """Words, and where they lead."""
    here = [booking.gathering.slug, booking.key]
    if rules.may_see_neighbours(booking) and told_to(booking.gathering):
        yield _("Where I sit"), reverse("gatherings:place_tables", args=here)
    if rules.may_wish(booking, clock.now()):
        yield _("Wishes for the tables, or another seat"), reverse("gatherings:place_wishes", args=here)

"""Who hosts whom: the convenors of a gathering, and those who come to it."""

from collections.abc import Collection

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.people.models import Audience, Person

HOSTED = frozenset({Audience.HOSTS})


def closeness(by: Person, to: Collection[int]) -> dict[int, frozenset[Audience]]:
    """Hosts of those who have a confirmed place. That somebody waits, or was put down by others, opens nothing of theirs."""
    convened = Booking.objects.coming().filter(
        person__in=to, gathering__convenings__person=by, gathering__convenings__until=None
    )
    return dict.fromkeys(convened.values_list("person", flat=True).distinct(), HOSTED)

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.changes import Difference
from goldenthread.gatherings.plan.urgent_changes import moves_since


def moved_since(booking: Booking) -> list[Difference]:
    """How the day, the hours or the place differ from those for which somebody booked."""
    gathering = booking.gathering
    known = (
        gathering.history.filter(changed_at__lte=booking.at).order_by("-sequence").values_list("sequence", flat=True)
    )
    number = known.first()
    return [] if number in {None, gathering.sequence} else moves_since(gathering, number)

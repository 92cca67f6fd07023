"""What everybody may see of the bookings of one gathering: in two queries, however many there are."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Sum
from django.utils import timezone

from goldenthread.gatherings.bookings.in_words import places_left
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.models.state import SEATED
from goldenthread.gatherings.bookings.seats import seats_from
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.floor import shown


@dataclass(frozen=True)
class Glance:
    """Whether one can ask for a place, whether there is one (in words), and who comes, by sector: as many as may be shown."""

    may_book: bool = False
    places_left: str = ""
    coming: dict[str, int] = field(default_factory=dict)


def glance(gathering: Gathering, now: datetime) -> Glance:
    """At a gathering taken with its facts. How many come of a sector is of last night, and rounded."""
    today = timezone.localdate(now)
    told = Opening.objects.filter(gathering=gathering).values(
        "until",
        "held_places__sector",
        "held_places__places",
        "held_places__until",
        "gathering__sector_counts__counts",
    )
    rows = list(told)
    if not rows:
        return Glance()
    taken = _taken(gathering)
    held = [
        (row["held_places__sector"], row["held_places__places"])
        for row in rows
        if row["held_places__until"] and row["held_places__until"] >= today
    ]
    may_book = Opening(gathering=gathering, until=rows[0]["until"]).takes_bookings(now)
    seats = seats_from(gathering.places, taken, held)
    return Glance(
        may_book, places_left(seats) if may_book else "", shown(rows[0]["gathering__sector_counts__counts"] or {})
    )


def _taken(gathering: Gathering) -> Counter[str]:
    """Seats by the sector they were held for, "" for everybody's."""
    seated = Booking.objects.filter(gathering=gathering, state__in=SEATED)
    return Counter(dict(seated.values_list("held_for").annotate(n=Sum("seats")).order_by()))

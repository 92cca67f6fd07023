"""What everybody may see of the bookings of one gathering: in two queries, however many there are."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Sum
from django.utils import timezone

from goldenthread.gatherings.bookings.in_words import places_left
from goldenthread.gatherings.bookings.models import Booking, Opening, State
from goldenthread.gatherings.bookings.models.booking import SEATED
from goldenthread.gatherings.bookings.seats import seats_from
from goldenthread.gatherings.plan.models import Gathering

# Rows of numbers, each for one combination of what was asked.
Counted = list[dict[str, Any]]


@dataclass(frozen=True)
class Glance:
    """Whether one can ask for a place, whether there is one (in words), and who comes, by sector."""

    may_book: bool = False
    places_left: str = ""
    coming: dict[str, int] = field(default_factory=dict)


def glance(gathering: Gathering, now: datetime) -> Glance:
    """At a gathering taken with its facts. The numbers by sector are bare: whoever shows them holds the floor of five."""
    today = timezone.localdate(now)
    told = Opening.objects.filter(gathering=gathering).values(
        "until", "held_places__sector", "held_places__places", "held_places__until"
    )
    rows = list(told)
    if not rows:
        return Glance()
    counted = _counted(gathering)
    taken = Counter[str]()
    for row in counted:
        taken[row["held_for"]] += row["n"]
    held = [
        (row["held_places__sector"], row["held_places__places"])
        for row in rows
        if row["held_places__until"] and row["held_places__until"] >= today
    ]
    may_book = Opening(gathering=gathering, until=rows[0]["until"]).takes_bookings(now)
    seats = seats_from(gathering.places, taken, held)
    return Glance(may_book, places_left(seats) if may_book else "", _coming(counted))


def _counted(gathering: Gathering) -> Counted:
    """Seats by how they stand and by which hats were told: a row for each combination that occurs."""
    seated = Booking.objects.filter(gathering=gathering, state__in=SEATED)
    rows: Any = seated.values("state", "held_for", "sectors", "seats").annotate(n=Sum("seats")).order_by()
    return list(rows)


def _coming(counted: Counted) -> dict[str, int]:
    """People, not seats: a supporter wears no hat here."""
    coming = Counter[str]()
    for row in counted:
        if row["state"] == State.COMING:
            for sector in row["sectors"]:
                coming[sector] += row["n"] // row["seats"]
    return dict(coming)

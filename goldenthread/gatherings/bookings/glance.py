"""What everybody may see of the bookings of one gathering: in one query, however many there are."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.utils import timezone

from goldenthread.gatherings.bookings import in_words
from goldenthread.gatherings.bookings.models import Booking, HeldPlaces, Opening
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.seats import NO_LIMIT, Seats
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.suppression import rounded


@dataclass(frozen=True)
class Glance:
    """Whether one can ask for a place, whether there is one and what the button says, and who comes: as many as may be shown."""

    may_book: bool = False
    places_left: str = ""
    button: str = ""
    coming: dict[str, int] = field(default_factory=dict)


def glance(gathering: Gathering, now: datetime) -> Glance:
    """At a gathering taken with its facts. How many come of a sector is of last night, and rounded."""
    rows = list(_held_places(gathering))
    if not rows:
        return Glance()
    coming = rounded(rows[0]["gathering__sector_counts__counts"] or {})
    if not Opening.supposed(gathering, until=rows[0]["until"]).takes_bookings(now):
        return Glance(coming=coming)
    today = timezone.localdate(now)
    still = [row for row in rows if row["held_places__until"] and row["held_places__until"] >= today]
    free = {row["held_places__sector"]: row["held_places__places"] - (row["taken_of_these"] or 0) for row in still}
    held = [
        HeldPlaces(**{name: row[f"held_places__{name}"] for name in ("sector", "places", "until")}) for row in still
    ]
    places = NO_LIMIT if gathering.places is None else gathering.places
    seats = Seats(places, rows[0]["taken"] or 0, {sector: max(0, number) for sector, number in free.items()})
    words, button = in_words.places_left(seats, held), in_words.button(seats)
    if rows[0]["by_asking"]:
        words, button = in_words.by_asking(seats, gathering, rows[0]["answer_days"], now), str(in_words.ASK)
    return Glance(may_book=True, places_left=words, button=button, coming=coming)


def _held_places(gathering: Gathering) -> QuerySet[Opening, Any]:
    """A row for each sector that places are held for, one with empty columns where there is none; none without an opening."""
    seated = Booking.objects.seated().filter(gathering=OuterRef("gathering"))
    for_this_sector = seated.filter(held_for=OuterRef("held_places__sector"))
    return Opening.objects.filter(gathering=gathering).values(
        "until",
        "by_asking",
        "answer_days",
        "held_places__sector",
        "held_places__places",
        "held_places__until",
        "gathering__sector_counts__counts",
        taken=_sum_of_seats(seated),
        taken_of_these=_sum_of_seats(for_this_sector),
    )


def _sum_of_seats(bookings: BookingQuerySet) -> Subquery:
    return Subquery(bookings.order_by().values("gathering").annotate(n=Sum("seats")).values("n"))

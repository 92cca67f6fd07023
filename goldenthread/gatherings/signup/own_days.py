"""Somebody's day on paper: the sessions in which they have a chair, their tables, and what is for everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.paper_slips import PaperSlip, with_own
from goldenthread.gatherings.programme.paper_tables import tables_by_booking
from goldenthread.gatherings.programme.printed_programme import PaperProgramme
from goldenthread.gatherings.signup.models import SessionPlace
from goldenthread.gatherings.signup.released_hours import held_by, released_hours


def chairs_by_booking(gathering: Gathering, now: datetime) -> Mapping[int, Collection[int]]:
    """The keys of placings, for everybody who comes: also for those who signed up for nothing."""
    hours = released_hours(gathering, now)
    chairs: dict[int, list[int]] = defaultdict(list)
    for place in SessionPlace.objects.of(gathering).coming():
        if place.hour_key in hours:
            chairs[place.booking_id].append(hours[place.hour_key].key)
    return {
        key: chairs[key] for key in Booking.objects.coming().filter(gathering=gathering).values_list("pk", flat=True)
    }


def own_day(booking: Booking, programme: PaperProgramme, now: datetime) -> PaperSlip:
    """At an address that a convenor typed, without tables until its owner said that it is them: as on the page of their place."""
    keys = {held.placing.key for held in held_by(booking, now) if held.place.is_coming}
    tables = [] if booking.is_by_word_of_mouth else tables_by_booking(booking.gathering).get(booking.pk, [])
    return PaperSlip(booking.known_as, with_own(programme, keys, tables))

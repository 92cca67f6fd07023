"""Opening the booking: how many places there are, and which of them are held for whom."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from goldenthread.gatherings.bookings.models import HeldPlaces, Opening
from goldenthread.gatherings.bookings.places_by_asking import give_places_in_turn
from goldenthread.gatherings.bookings.reminding import remind_by_default
from goldenthread.gatherings.bookings.saying_quietly import ask_anew
from goldenthread.gatherings.bookings.seats import seats_of
from goldenthread.gatherings.bookings.waiting_list import move_on
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.people.models import Person


@transaction.atomic
def open_booking(gathering: Gathering, *, by: Person | None, now: datetime, places: int | None, **how: Any) -> Opening:
    """Let people book, or change how. Fewer places than are taken turn nobody away; more go to who waits, at once. Where people
    need not ask any more, whoever has asked is given a place in turn."""
    _row, is_new = Opening.objects.update_or_create(
        gathering=gathering, defaults=how, create_defaults=how | {"by": by, "at": now}
    )
    opening = Opening.objects.in_turn(gathering.pk)
    if opening.gathering.places != places:
        _resize(gathering, places, by)
        opening.gathering.places = places
    if is_new:
        remind_by_default(gathering, now=now)
    note(by, "opened the booking" if is_new else "changed the booking", gathering)
    move_on(opening, now)
    ask_anew(gathering, now=now)
    if not opening.by_asking:
        give_places_in_turn(opening, now)
    return opening


@transaction.atomic
def hold_places(
    gathering: Gathering, *, by: Person | None, now: datetime, sector: str, places: int, until: date
) -> None:
    """Keep some places for one sector until a day; none at all lets them go."""
    opening = Opening.objects.in_turn(gathering.pk)
    if places:
        HeldPlaces.objects.update_or_create(opening=opening, sector=sector, defaults={"places": places, "until": until})
    else:
        opening.held_places.filter(sector=sector).delete()
    note(by, "held places", gathering)
    move_on(opening, now)


def too_many_by(gathering: Gathering, now: datetime) -> int:
    """How many more are coming than there are places, after the room became smaller. 0 is as it should be."""
    opening = Opening.objects.filter(gathering=gathering).select_related("gathering").first()
    if opening is None:
        return 0
    seats = seats_of(opening, now)
    return max(0, seats.taken - seats.places)


def _resize(gathering: Gathering, places: int | None, by: Person | None) -> None:
    """A change of plan like any other: followers hear of it."""
    now = Gathering.objects.select_for_update().get(pk=gathering.pk)
    now.places = places
    now.record(Gathering.Turn.EDITED, by=by)

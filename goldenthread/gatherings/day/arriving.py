"""Who is here: pressed on a list, by a code on an e-mail, by a word in the room, or typed in from paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.answering import change_ones_mind
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.day.models import PRESENT, Arrival, LastCall, Source, Standing
from goldenthread.gatherings.day.models.arrival import write_down
from goldenthread.gatherings.day.places_at_the_door import put_right
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.kit.pressing import mark_at
from goldenthread.people.models import Person


@dataclass(frozen=True)
class DoorPress:
    """What somebody pressed: for a booking, or with the name of somebody who just walked in."""

    once: str
    standing: Standing
    at: datetime
    booking: int | None = None
    name: str = ""


@transaction.atomic
def take(gathering: Gathering, presses: Sequence[DoorPress], *, way: Source, now: datetime, by: Person | None) -> None:
    """All of these presses, or none. Told twice, each is still one; one about somebody who is gone is let go."""
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    bookings_known = gathering.bookings.without_mere_presses().filter(pk__in=[press.booking for press in presses])
    known = set(bookings_known.values_list("pk", flat=True))
    walk_ins = {press.once: press.name for press in presses if press.name}
    names = {once: walk_in(gathering, name, once=once, now=now, by=by).pk for once, name in walk_ins.items()}
    bookings = {press.once: press.booking for press in presses if press.booking in known} | names
    _was_seen(gathering, bookings)
    change_ones_mind(*_present(presses, bookings))
    write_down(
        Arrival(
            gathering=gathering,
            booking_id=bookings[press.once],
            standing=press.standing,
            way=way,
            by=by,
            at=min(press.at, now),
            heard_at=now,
            once=press.once,
        )
        for press in presses
        if press.once in bookings
    )
    put_right(gathering, {key for key in bookings.values() if key}, gives=by is not None)


def _was_seen(gathering: Gathering, bookings: Mapping[str, int | None]) -> None:
    """What the last call said of them was only that nobody had told us. A list without network tells it later."""
    heard = set(gathering.arrivals.filter(once__in=bookings).values_list("once", flat=True))
    seen = {booking for once, booking in bookings.items() if once not in heard}
    gathering.arrivals.filter(way=Source.LAST_CALL, booking__in=seen).delete()


def _present(presses: Sequence[DoorPress], bookings: Mapping[str, int | None]) -> set[int]:
    """Whoever has come all the same has not given up their place."""
    return {key for press in presses if press.standing in PRESENT and (key := bookings.get(press.once))}


@transaction.atomic
def walk_in(gathering: Gathering, name: str, *, once: str, now: datetime, by: Person | None) -> Booking:
    """A place for somebody who stands in the door. Nobody who has come is turned away by a number."""
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    key = _key_at_the_door(gathering, once)
    if before := gathering.bookings.filter(key=key).first():
        return before
    language = by.language if by else "en-gb"
    person = Person.objects.create_person(name, language=language)
    booking = Booking.objects.create(
        gathering=gathering,
        person=person,
        name=name,
        language=language,
        state=State.COMING,
        key=key,
        at=now,
        confirmed_at=now,
    )
    note(by, "typed in somebody who walked in", booking)
    return booking


def _key_at_the_door(gathering: Gathering, once: str) -> str:
    return mark_at("day.walk_in", gathering.pk, once)


def walked_in(gathering: Gathering, once: str) -> bool:
    """Whether this press was heard before."""
    return gathering.bookings.filter(key=_key_at_the_door(gathering, once)).exists()


def was_no_walk_in(booking: Booking, *, now: datetime, by: Person) -> None:
    """A walk-in whose booking is ended was typed in by mistake: they were never here. Whoever had booked may have been."""
    gathering = booking.gathering
    marks = gathering.arrivals.of(booking).values_list("once", flat=True)
    if any(booking.key == _key_at_the_door(gathering, once) for once in marks):
        columns = {"gathering": gathering, "booking": booking, "standing": Standing.ABSENT}
        write_down([Arrival(**columns, way=Source.LIST, by=by, at=now, heard_at=now)])


@transaction.atomic
def close_the_list(gathering: Gathering, *, now: datetime, by: Person) -> None:
    """Whoever was expected and was not seen did not come. Twice is once."""
    # Whoever is pressed at this moment is seen.
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    _call, is_new = LastCall.objects.get_or_create(gathering=gathering, defaults={"by": by, "at": now})
    if not is_new:
        return
    write_down(
        Arrival(
            gathering=gathering,
            booking_id=pk,
            standing=Standing.ABSENT,
            way=Source.LAST_CALL,
            by=by,
            at=now,
            heard_at=now,
        )
        for pk in not_ticked(gathering)
    )
    note(by, "closed the list of arrivals", gathering)


def not_ticked(gathering: Gathering) -> list[int]:
    """Who was expected, and of whom nobody has said anything that still holds."""
    standings = gathering.arrivals.standings()
    expected = gathering.bookings.seated().values_list("pk", flat=True)
    return [pk for pk in expected if standings.get(pk, Standing.COMING) == Standing.COMING]


@transaction.atomic
def open_the_list_again(gathering: Gathering, *, by: Person) -> None:
    """It was too early. What the last call said of people is taken back; what people said stays."""
    if LastCall.objects.filter(gathering=gathering).delete()[0]:
        gathering.arrivals.filter(way=Source.LAST_CALL).delete()
        note(by, "opened the list of arrivals again", gathering)

"""Rooms: where something can be held, when they are closed, and what happens to a programme that loses one."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedProgramme
from goldenthread.gatherings.programme.models import ProgrammeRoom, RoomClosure
from goldenthread.gatherings.programme.placing import leave_room
from goldenthread.journal.note import note
from goldenthread.people.models import Person

# As long as a gathering without a day may last.
A_DAY = timedelta(days=1)


@transaction.atomic
def save_room(room: ProgrammeRoom, *, by: Person) -> None:
    """A new one is the last in the row."""
    if room.pk is None:
        Gathering.objects.select_for_update().get(pk=room.gathering_id)
        last = ProgrammeRoom.objects.of(room.gathering).aggregate(last=Max("number"))["last"]
        room.number = (last or 0) + 1
    room.save()
    note(by, "worked on the programme", room.gathering)


@transaction.atomic
def remove_room(room: ProgrammeRoom, *, by: Person, now: datetime) -> None:
    """What was there keeps its hour, and waits for another room."""
    leave_room(room, by=by, now=now)
    gathering = room.gathering
    room.delete()
    note(by, "worked on the programme", gathering)


@transaction.atomic
def close_room(closure: RoomClosure, *, by: Person) -> None:
    closure.by = by
    closure.save()
    note(by, "worked on the programme", closure.room.gathering)


@transaction.atomic
def open_room_again(closure: RoomClosure, *, by: Person) -> None:
    closure.delete()
    note(by, "worked on the programme", closure.room.gathering)


@transaction.atomic
def lose_room(room: ProgrammeRoom, *, because: str, by: Person, now: datetime) -> RoomClosure:
    """From now on, until the gathering is over."""
    over = room.gathering.ends_at
    until = over if over and over > now else now + A_DAY
    closure = RoomClosure.objects.create(
        room=room, starts_at=now, ends_at=until, because=because, is_until_the_end=True, by=by
    )
    note(by, "worked on the programme", room.gathering)
    return closure


def keep_lost(gathering: Gathering) -> None:
    """Rooms that are lost stay so until the gathering is over, whenever that is now."""
    if over := gathering.ends_at:
        lost = RoomClosure.objects.filter(room__gathering=gathering, is_until_the_end=True)
        lost.filter(starts_at__lt=over).update(ends_at=over)


def in_room(programme: LoadedProgramme, room: ProgrammeRoom) -> list[LoadedPlacing]:
    return [placing for placing in programme.placings if placing.room and placing.room.pk == room.pk]


def that_must_move(programme: LoadedProgramme, room: ProgrammeRoom) -> list[LoadedPlacing]:
    """What stands in it while it is closed."""
    return [
        placing
        for placing in in_room(programme, room)
        if placing.room and any(closure.meets(placing.span) for closure in placing.room.closures)
    ]

"""A hand moves somebody, or locks them where they are. What follows from it is said at once, as far as everybody may know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.tables.models import Mix, Seat, Table
from goldenthread.gatherings.tables.saving_mix import A_BATCH, look_again
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.people.models import Person

SEAT = ("round", "table", "booking", "is_locked")


class RoundHasBegun(Exception):
    """People sit there already. What was held stays as it was."""


@dataclass(frozen=True)
class Choice:
    """A table where somebody could sit, and what would follow."""

    table: Table
    is_here: bool
    consequences: tuple[str, ...]


def choices(seat: Seat) -> list[Choice]:
    """All open tables. Only of what can be seen in the room: who meets again, how full it is, who hosts."""
    seats = list(seat.mix.seats.select_related("booking").order_by("pk"))
    rounds = {moving_seat.round_id for moving_seat in moving_with(seat)}
    met = _meetings(seats, seat.booking_id, rounds)
    tables = seat.mix.arrangement.tables.filter(is_closed=False).order_by("number")
    return [Choice(table, table.pk == seat.table_id, tuple(_consequences(seat, table, seats, met))) for table in tables]


@transaction.atomic
def move(seat: Seat, to: Table, *, is_locked: bool, by: Person | None, now: datetime) -> Mix:
    """The version with the change in it: this one, or a new one where people were told this one."""
    if seat.round.has_begun(now):
        raise RoundHasBegun
    changed = copy_of(seat.mix, by) if seat.mix.is_announced else seat.mix
    rounds = [moving_seat.round_id for moving_seat in moving_with(seat)]
    moved = changed.seats.filter(booking=seat.booking_id, round__in=rounds)
    moved.update(table=to, is_locked=is_locked)
    note(by, "moved a seat" if to.pk != seat.table_id else "locked a seat" if is_locked else "unlocked a seat", changed)
    if to.pk != seat.table_id:
        changed.told = look_again(changed)
    return changed


def moving_with(seat: Seat) -> list[Seat]:
    """In a home group people stay together in all of its rounds."""
    if not seat.round.is_home:
        return [seat]
    return list(seat.mix.seats.filter(booking=seat.booking_id, round__is_home=True))


def copy_of(mix: Mix, by: Person | None) -> Mix:
    """The next version, as yet like this one."""
    arrangement = type(mix.arrangement).objects.select_for_update().get(pk=mix.arrangement_id)
    copy = Mix.objects.create(
        arrangement=arrangement,
        number=Mix.next_number(arrangement),
        by=by,
        base=mix,
        from_round=mix.from_round,
        seed=mix.seed,
        seconds=mix.seconds,
        emphasis=mix.emphasis,
        keeps_told=True,
        only_present=mix.only_present,
        percent=100,
        done_at=clock.now(),
        told=mix.told,
    )
    copied = (
        Seat(mix=copy, **{f"{name}_id" if name != SEAT[-1] else name: value for name, value in row.items()})
        for row in mix.seats.order_by("pk").values(*SEAT)
    )
    Seat.objects.bulk_create(copied, batch_size=A_BATCH)
    return copy


def _meetings(seats: list[Seat], booking: int, rounds: set[int]) -> Mapping[int, int]:
    """How often this booking meets each other one in the rounds that stay as they are."""
    at = {
        (seat.round_id, seat.table_id) for seat in seats if seat.booking_id == booking and seat.round_id not in rounds
    }
    met: dict[int, int] = defaultdict(int)
    for seat in seats:
        if (seat.round_id, seat.table_id) in at and seat.booking_id != booking:
            met[seat.booking_id] += 1
    return met


def _consequences(seat: Seat, table: Table, seats: list[Seat], met: Mapping[int, int]) -> Iterator[str]:
    there = [
        other_seat
        for other_seat in seats
        if other_seat.round_id == seat.round_id and other_seat.table_id == table.pk and other_seat.pk != seat.pk
    ]
    again = sum(other_seat.booking_id in met for other_seat in there)
    if again:
        yield ngettext("They meet %(n)s person again.", "They meet %(n)s people again.", again) % {"n": again}
    size = seat.booking.seats + sum(other_seat.booking.seats for other_seat in there)
    if size > table.most:
        yield _("That makes %(size)s people, and there are %(most)s seats.") % {"size": size, "most": table.most}
    if table.pk != seat.table_id:
        yield from _left_behind(seat, seats)


def _left_behind(seat: Seat, seats: list[Seat]) -> Iterator[str]:
    left = [
        other_seat
        for other_seat in seats
        if (other_seat.round_id, other_seat.table_id) == (seat.round_id, seat.table_id) and other_seat.pk != seat.pk
    ]
    size = sum(other_seat.booking.seats for other_seat in left)
    if 0 < size < seat.table.least:
        words = _("That leaves %(size)s people at %(table)s, which should have at least %(least)s.")
        yield words % {"size": size, "table": seat.table.label, "least": seat.table.least}
    if seat.table.host_id == seat.booking_id:
        yield _("They’re the host of %(table)s.") % {"table": seat.table.label}

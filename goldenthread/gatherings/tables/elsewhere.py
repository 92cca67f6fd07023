"""Somebody would rather not sit where they were told: they get another seat at once, or sit the round out. They say no reason.

A hand decides before a wish does and nothing is said of it, so whoever wished something needs a way out of their own. Everybody
has it, whether they wished anything or not: that it is there tells nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.keep_apart_by_chance import drawn
from goldenthread.gatherings.tables.leaning import apart_of, needs_of
from goldenthread.gatherings.tables.mine import MyRound, my_tables
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Arrangement, Seat, Table
from goldenthread.gatherings.tables.moving import RoundHasBegun, copy_of, move, moving_with
from goldenthread.gatherings.tables.saving_mix import look_again
from goldenthread.gatherings.tables.wishing import wish_at
from goldenthread.journal.note import note
from goldenthread.mixing.sheet.columns import bare
from goldenthread.people.audience import all_that_is_seen
from goldenthread.people.models import Person
from goldenthread.threads.keep_apart import wishes_of


class NoOtherSeat(Exception):
    """Every other table is full, or this seat is kept for them by a hand: their own, or that of a convenor."""


@dataclass(frozen=True)
class Chair:
    """A seat of mine in a round to come, and whether somebody sits there who may be one whom I named."""

    sitting: MyRound
    may_be_named: bool


def my_chairs(booking: Booking, now: datetime) -> list[Chair]:
    """For my eyes alone. Somebody is recognised only by the name that I read there anyway: a name typed into a wish must not
    tell who goes by another."""
    named = set(filter(None, _named_by(booking)))
    return [
        Chair(sitting, any(_is_named(bare(neighbour.name), named) for neighbour in sitting.neighbours))
        for sitting in my_tables(booking)
        if sitting.table and not sitting.round.has_begun(now)
    ]


@transaction.atomic
def sit_elsewhere(booking: Booking, number: int, *, now: datetime) -> None:
    """At the table that suits best, once in each round: the seat is kept from then on, so that nobody looks for somebody."""
    seat = _seat(booking, number)
    hosts = Table.objects.filter(arrangement=seat.mix.arrangement_id, host=booking)
    if seat.is_locked or hosts.exists():
        raise NoOtherSeat
    to = min(_free(seat), default=None)
    if to is None:
        raise NoOtherSeat
    announce(move(seat, to[-1], is_locked=True, by=booking.person, now=now), by=booking.person)


@transaction.atomic
def sit_out(booking: Booking, number: int, *, now: datetime) -> None:
    """Their seat goes, and is not given to them again."""
    seat = _seat(booking, number)
    if seat.round.has_begun(now):
        raise RoundHasBegun
    rounds = [moving_seat.round for moving_seat in moving_with(seat)]
    wish = wish_at(booking)
    wish.sits_out = sorted({*wish.sits_out, *(round_.number for round_ in rounds)})
    wish.save()
    changed = copy_of(seat.mix, booking.person)
    changed.seats.filter(booking=booking, round__in=rounds).delete()
    note(booking.person, "left a seat", changed)
    look_again(changed)
    announce(changed, by=booking.person)


def _seat(booking: Booking, number: int) -> Seat:
    """One after the other: everybody goes on from what the one before was told."""
    Arrangement.objects.select_for_update().get(gathering=booking.gathering_id)
    announced = told_to(booking.gathering)
    seats = Seat.objects.filter(mix=announced, booking=booking, round__number=number)
    return seats.select_related("round", "table", "booking__person", "mix__arrangement__gathering").get()


def _free(seat: Seat) -> Iterator[tuple[int, int, float, int, int, Table]]:
    """Tables with a chair in all these rounds; the best first: what they need, nobody who would rather not, room."""
    mixer_input, rounds = mixer_input_of(seat.mix), {other_seat.round_id for other_seat in moving_with(seat)}
    beside = [
        other_seat
        for other_seat in seat.mix.seats.filter(round__in=rounds)
        if other_seat.booking_id in mixer_input.by_key
    ]
    sizes = Counter[tuple[int, int]]()
    for other_seat in beside:
        sizes[other_seat.round_id, other_seat.table_id] += mixer_input.by_key[other_seat.booking_id].seats
    not_with = {int(key) for pair in apart_of(mixer_input) if str(seat.booking_id) in pair for key in pair}
    for table in mixer_input.tables:
        size = max(sizes[round_, table.pk] for round_ in rounds)
        if table.is_closed or table.pk == seat.table_id or size + seat.booking.seats > table.most:
            continue
        lacks = len(needs_of(seat.booking) - set(table.features))
        unwelcome = sum(other_seat.booking_id in not_with for other_seat in beside if other_seat.table_id == table.pk)
        yield lacks, unwelcome, size / table.most, drawn(f"seat {seat.pk} {table.pk}"), table.pk, table


def _is_named(shown: str, named: Collection[str]) -> bool:
    """By the whole name or the first, whichever of the two stands there."""
    first = shown.split(" ")[0]
    return bool({shown, first} & set(named)) or (shown == first and first in {name.split(" ")[0] for name in named})


def _named_by(booking: Booking) -> Iterator[str]:
    """As they wrote it, and as they see whomever they chose once and for all."""
    yield from filter(None, map(bare, wish_at(booking).apart.splitlines()))
    if booking.person:
        chosen = Person.objects.with_what_they_tell().filter(pk__in=wishes_of(booking.person).values("whom"))
        yield from (bare(seen.name) for seen in all_that_is_seen(chosen, by=booking.person))

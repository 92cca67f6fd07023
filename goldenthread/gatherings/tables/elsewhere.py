"""Somebody would rather not sit where they were told: they get another seat at once, or sit the round out. They say no reason.

A hand decides before a wish does and nothing is said of it, so whoever wished something needs a way out of their own. Everybody
has it, whether they wished anything or not: that it is there tells nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.free_chairs import FreeChairs
from goldenthread.gatherings.tables.mine import MyRound, my_tables
from goldenthread.gatherings.tables.models import Arrangement, Seat, Table
from goldenthread.gatherings.tables.moving import RoundHasBegun, copy_of, move, moving_with
from goldenthread.gatherings.tables.newcomers import seat_newcomers
from goldenthread.gatherings.tables.saving_mix import look_again
from goldenthread.gatherings.tables.wishing import sit_out_of, wish_at
from goldenthread.journal.note import note
from goldenthread.mixing.sheet.columns import bare
from goldenthread.people.audience import all_that_is_seen
from goldenthread.people.models import Person
from goldenthread.threads.keep_apart import wishes_of


class NoOtherSeat(Exception):
    """Every other table is full, or this seat is kept for them by a hand: their own, or that of a convenor."""


@dataclass(frozen=True)
class Chair:
    """My seat in a round to come, or why I have none; and whether somebody sits there who may be one whom I named."""

    sitting: MyRound
    may_be_named: bool


def my_chairs(booking: Booking, now: datetime) -> list[Chair]:
    """For my eyes alone. Somebody is recognised only by the name that I read there anyway: a name typed into a wish must not
    tell who goes by another."""
    named = set(filter(None, _named_by(booking)))
    return [
        Chair(sitting, any(_is_named(bare(neighbour.name), named) for neighbour in sitting.neighbours))
        for sitting in my_tables(booking)
        if not sitting.round.has_begun(now)
    ]


@transaction.atomic
def sit_elsewhere(booking: Booking, number: int, *, now: datetime) -> None:
    """At the table that suits best, once in each round: the seat is kept from then on, so that nobody looks for somebody."""
    seat = _seat(booking, number)
    hosts = Table.objects.filter(arrangement=seat.mix.arrangement_id, host=booking)
    if seat.is_locked or hosts.exists():
        raise NoOtherSeat
    rounds = [moving_seat.round_id for moving_seat in moving_with(seat)]
    to = FreeChairs(seat.mix).best(seat.booking, rounds, but=seat.table_id)
    if to is None:
        raise NoOtherSeat
    announce(move(seat, to, is_locked=True, by=booking.person, now=now), by=booking.person)


@transaction.atomic
def sit_out(booking: Booking, number: int, *, now: datetime) -> None:
    """Their seat goes, and is not given to them again."""
    seat = _seat(booking, number)
    if seat.round.has_begun(now):
        raise RoundHasBegun
    rounds = [moving_seat.round for moving_seat in moving_with(seat)]
    sit_out_of(booking, {*wish_at(booking).sits_out, *(round_.number for round_ in rounds)})
    changed = copy_of(seat.mix, booking.person)
    changed.seats.filter(booking=booking, round__in=rounds).delete()
    note(booking.person, "left a seat", changed)
    look_again(changed)
    announce(changed, by=booking.person)


@transaction.atomic
def take_part_after_all(booking: Booking, number: int, *, now: datetime) -> bool:
    """They asked to sit a round out and changed their mind: a chair is found at once, and kept. False: there is none just now.

    To go out and in again brings the same seat, so that nobody looks for somebody in this way either."""
    arrangement = Arrangement.objects.select_for_update().get(gathering=booking.gathering_id)
    round_ = arrangement.rounds.get(number=number)
    if round_.has_begun(now):
        raise RoundHasBegun
    rounds = arrangement.rounds.filter(is_home=True) if round_.is_home else [round_]
    back = {coming.number for coming in rounds if not coming.has_begun(now)}
    sit_out_of(booking, {*wish_at(booking).sits_out} - back)
    made = [seat for seat in seat_newcomers(booking.gathering, now, by=booking.person) if seat.booking_id == booking.pk]
    Seat.objects.filter(pk__in=[seat.pk for seat in made]).update(is_locked=True)
    return any(seat.round_id == round_.pk for seat in made)


def _seat(booking: Booking, number: int) -> Seat:
    """One after the other: everybody goes on from what the one before was told."""
    Arrangement.objects.select_for_update().get(gathering=booking.gathering_id)
    announced = told_to(booking.gathering)
    seats = Seat.objects.filter(mix=announced, booking=booking, round__number=number)
    return seats.select_related("round", "table", "booking__person", "mix__arrangement__gathering").get()


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

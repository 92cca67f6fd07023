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
from goldenthread.gatherings.tables.mine import MyRound, as_called, my_tables
from goldenthread.gatherings.tables.models import Arrangement, Mix, Seat, Table
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


class OnlyBesideSomebodyNamed(Exception):
    """At each table with a chair there may be somebody whom they named themselves. What others wished is not asked for it."""


@dataclass(frozen=True)
class Chair:
    """My seat in a round to come, or why I have none; and whether somebody sits there who may be one whom I named."""

    sitting: MyRound
    may_be_named: bool


def my_chairs(booking: Booking, now: datetime) -> list[Chair]:
    """For my eyes alone. Somebody is recognised only by the name that I read there anyway: a name typed into a wish must not
    tell who goes by another."""
    named = _named_by(booking)
    return [
        Chair(sitting, any(_is_named(neighbour.called, named) for neighbour in sitting.neighbours))
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
    to = _better_table(seat, rounds)
    changed = move(seat, to, is_locked=True, by=None, now=now)
    _announce_own_change(changed, booking, "changed their own seat")


@transaction.atomic
def sit_out(booking: Booking, number: int, *, now: datetime) -> None:
    """Their seat goes, and is not given to them again."""
    seat = _seat(booking, number)
    if seat.round.has_begun(now):
        raise RoundHasBegun
    rounds = [moving_seat.round for moving_seat in moving_with(seat)]
    sit_out_of(booking, {*wish_at(booking).sits_out, *(round_.number for round_ in rounds)})
    changed = copy_of(seat.mix, None)
    changed.seats.filter(booking=booking, round__in=rounds).delete()
    look_again(changed)
    _announce_own_change(changed, booking, "left a seat")


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


def _better_table(seat: Seat, rounds: Collection[int]) -> Table:
    """The one that suits best of those with a chair, and with nobody whom they named. To be moved to somebody one asked to
    avoid is worse than to stay: they stay, and are told so before anything else."""
    booking, chairs = seat.booking, FreeChairs(seat.mix)
    with_room, named = chairs.with_room(booking, rounds, but=seat.table_id), _named_by(booking)
    if not with_room:
        raise NoOtherSeat
    tables = [
        table
        for table in with_room
        if not any(_is_named(as_called(other, booking.person)[0], named) for other in chairs.at(rounds, table))
    ]
    to = chairs.best(booking, rounds, tables)
    if to is None:
        raise OnlyBesideSomebodyNamed
    return to


def _announce_own_change(changed: Mix, booking: Booking, did: str) -> None:
    """Convenors read that somebody changed seats, and never who: only in the journal it stands, for whoever did it."""
    changed.is_own_change = True
    changed.save(update_fields=["is_own_change"])
    note(booking.person, did, changed)
    announce(changed, by=None)


def _is_named(called: str, named: Collection[str]) -> bool:
    """By the whole name or the first, whichever of the two stands there."""
    shown = bare(called)
    first = shown.split(" ")[0]
    return bool({shown, first} & set(named)) or (shown == first and first in {name.split(" ")[0] for name in named})


def _named_by(booking: Booking) -> set[str]:
    return set(filter(None, _names_wished_apart(booking)))


def _names_wished_apart(booking: Booking) -> Iterator[str]:
    """As they wrote it, and as they see whomever they chose once and for all."""
    yield from filter(None, map(bare, wish_at(booking).apart.splitlines()))
    if booking.person:
        chosen = Person.objects.with_what_they_tell().filter(pk__in=wishes_of(booking.person).values("whom"))
        yield from (bare(seen.name) for seen in all_that_is_seen(chosen, by=booking.person))

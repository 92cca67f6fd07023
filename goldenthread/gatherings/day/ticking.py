"""Staying in touch: ticked in private, tied where both did."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.held_tables import HeldTable, place_of, rounds_of, tables_held, window
from goldenthread.gatherings.day.models import Tick
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.threads.beginning import begin
from goldenthread.threads.models import Ending, Thread, Where


def sat_with(booking: Booking, now: datetime) -> list[HeldTable]:
    """Tables of mine that have begun or are over, without me. Whoever sat there is on it, a person of this house or not yet, and
    stands where we sat together first: a second box for the same person would say the opposite when one is left."""
    gathering = booking.gathering
    begun = [round_ for round_ in rounds_of(gathering) if (lasts := window(round_, gathering)) and lasts[0] <= now]
    mine = [table for table in tables_held(gathering, begun) if booking in table.bookings]
    seen: set[int] = set()
    held = []
    for table in mine:
        others = tuple(
            neighbour
            for neighbour in table.bookings
            if neighbour.pk not in seen and neighbour.is_named and not _is_mine(neighbour, booking)
        )
        seen.update(neighbour.pk for neighbour in others)
        held += [HeldTable(table.round, table.table, others)] if others else []
    return held


def to_tick(booking: Booking, now: datetime) -> list[HeldTable]:
    """The same, without those with whom it has ended since: a tick of theirs could begin nothing any more."""
    me, ends_at = booking.person_id, booking.gathering.ends_at
    if me is None or ends_at is None:
        return sat_with(booking, now)
    ended = {ending.other_than(me) for ending in Ending.objects.of(me).filter(at__gte=ends_at)}
    left = [
        HeldTable(table.round, table.table, tuple(beside for beside in table.bookings if beside.person_id not in ended))
        for table in sat_with(booking, now)
    ]
    return [table for table in left if table.bookings]


def share_a_thread(booking: Booking, tables: Iterable[HeldTable]) -> set[int]:
    """Keys of the bookings of those with whom they share a thread, so that there is nothing to tick any more."""
    me = booking.person_id
    if me is None:
        return set()
    others = {beside.person_id: beside.pk for table in tables for beside in table.bookings if beside.person_id}
    threads = Thread.objects.live().of(me).among([me, *others])
    return {others[thread.other_than(me)] for thread in threads}


def ticked(gathering: Gathering, by: Booking) -> set[int]:
    """Keys of the bookings that they ticked. For their own eyes."""
    return set(Tick.objects.filter(gathering=gathering, by=by).values_list("to", flat=True))


def _is_mine(neighbour: Booking, booking: Booking) -> bool:
    return neighbour == booking or (neighbour.person_id is not None and neighbour.person_id == booking.person_id)


@transaction.atomic
def tick(gathering: Gathering, *, by: Booking, people: Collection[int], among: Collection[int]) -> None:
    """These, and not the others that stood on the same page. No journal: nobody is to read it there."""
    mine = Tick.objects.filter(gathering=gathering, by=by)
    mine.filter(to__in=set(among) - set(people)).delete()
    wanted = (set(people) & set(among)) - {by.pk}
    Tick.objects.bulk_create((Tick(gathering=gathering, by=by, to_id=to) for to in wanted), ignore_conflicts=True)


@transaction.atomic
def tie(gathering: Gathering, pair: tuple[int, int]) -> None:
    """Both ticked each other: a thread begins where they first sat together, as of the end of the gathering.

    That moment is the same for all, so that it tells nobody who was first, nor who thought about it for a day. Where no thread
    begins, both ticks stay as if the other had not answered: one that vanished would say that somebody would rather be apart.
    """
    both = Tick.objects.filter(gathering=gathering, by__in=pair, to__in=pair)
    people = set(Booking.objects.filter(pk__in=pair).values_list("person", flat=True)) - {None}
    # Another worker may have been quicker, or two bookings were of one person.
    if len(both.select_for_update()) < len(pair) or len(people) < len(pair) or not gathering.ends_at:
        return
    one, other = people
    if begin(one, other, where=_where(gathering, pair), at=gathering.ends_at, is_news=True):
        both.delete()


def _where(gathering: Gathering, pair: tuple[int, int]) -> Where:
    held = tables_held(gathering, rounds_of(gathering))
    first = next((table for table in held if set(pair) <= {booking.pk for booking in table.bookings}), None)
    return first.where(gathering) if first else Where(place_of(gathering), gathering.title)

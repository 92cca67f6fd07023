"""What people ticked in their booking for their table. The hosts read it there, so it is no secret, and the mixer is held to it
wherever tables and hands leave room: docs/decisions/0049-a-ticked-need-is-kept.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.mixer_input import MixerInput
from goldenthread.mixing.tables import Instance


def ticked(booking: Booking) -> frozenset[str]:
    """Nobody's, while a stranger may have typed it."""
    return frozenset(booking.table_needs.split())


def held_to_needs(mixer_input: MixerInput, instance: Instance) -> Instance:
    """The same, with needs that no plan may leave unmet."""
    needs = _needs(mixer_input)
    people = (replace(guest, needs=needs.get(guest.id, guest.needs)) for guest in instance.people)
    return replace(instance, people=tuple(people))


def _needs(mixer_input: MixerInput) -> Mapping[str, frozenset[str]]:
    """As much of them as the best table has; nothing where a hand, or a host's seat, says otherwise."""
    open_ = [set(table.features) for table in mixer_input.tables if not table.is_closed]
    bound = _tables_by_hand(mixer_input)
    needs = {}
    for booking in mixer_input.coming:
        best = max((ticked(booking) & features for features in open_), key=len, default=frozenset())
        if best and all(best <= features for features in bound[booking.pk]):
            needs[str(booking.pk)] = frozenset(best)
    return needs


def _tables_by_hand(mixer_input: MixerInput) -> Mapping[int, list[set[str]]]:
    """What the tables offer at which somebody hosts, or has a fixed seat."""
    offers = {table.pk: set(table.features) for table in mixer_input.tables}
    bound: dict[int, list[set[str]]] = defaultdict(list)
    for seat in mixer_input.locked:
        bound[seat.booking_id].append(offers[seat.table_id])
    for table in mixer_input.tables:
        if table.host_id:
            bound[table.host_id].append(offers[table.pk])
    return bound

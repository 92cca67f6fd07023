"""Telling everybody where they sit."""

from __future__ import annotations

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Announcement, Arrangement, Mix, Seat, Table
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.kit.name_order import by_first_name
from goldenthread.people.models import Person


class NotMixedYet(Exception):
    """There is nothing to tell: this version is not done."""


@transaction.atomic
def announce(mixed: Mix, *, by: Person | None) -> Announcement:
    """Pressed twice, it is told once."""
    if not mixed.is_done:
        raise NotMixedYet
    holds = Announcement.objects.newest_at(mixed.arrangement.gathering_id)
    if holds and holds.mix_id == mixed.pk:
        return holds
    note(by, "announced tables", mixed)
    return Announcement.objects.create(mix=mixed, by=by)


def told_to(gathering: Gathering) -> Mix | None:
    """The version that people go by."""
    holds = Announcement.objects.newest_at(gathering)
    return holds.mix if holds else None


def who_moves(before: Mix, after: Mix) -> list[Seat]:
    """Seats of the later version that are not as people were told, with names; those who were not told of one, too."""
    announced = set(before.seats.values_list("round", "booking", "table"))
    now = after.seats.filter(round__number__gte=after.from_round).values_list("pk", "round", "booking", "table")
    moved = [pk for pk, *place in now if tuple(place) not in announced]
    seats = after.seats.filter(pk__in=moved).select_related("booking__person", "table", "round")
    return sorted(seats, key=lambda seat: (seat.round.number, by_first_name(seat.booking.listed_as), seat.pk))


def sits_elsewhere(arrangement: Arrangement, table: Table) -> bool:
    """Whether the host of this table was told to sit at another one, in a round to come."""
    mix = told_to(arrangement.gathering)
    if mix is None or table.host_id is None or table.is_closed:
        return False
    at_it = set(mix.seats.filter(booking=table.host_id, table=table).values_list("round", flat=True))
    now = clock.now()
    return any(round_.pk not in at_it for round_ in arrangement.rounds.all() if not round_.has_begun(now))

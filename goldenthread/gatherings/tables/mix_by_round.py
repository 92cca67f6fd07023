"""A version as convenors look at it: round by round, table by table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.announcing import who_moves
from goldenthread.gatherings.tables.coming import may_still_come, who_is_here
from goldenthread.gatherings.tables.hosts_names import hosts_names
from goldenthread.gatherings.tables.models import Mix, Round, Seat, Table
from goldenthread.kit.name_order import by_first_name


@dataclass(frozen=True)
class AtTable:
    """Who sits at a table in a round."""

    table: Table
    seats: tuple[Seat, ...]
    people: int

    @property
    def is_too_full(self) -> bool:
        return self.people > self.table.most


def rounds_of(mix: Mix) -> list[tuple[Round, list[AtTable]]]:
    """Who gave up their place has no chair any more. Hosts first, then by name; tables at which nobody sits are left out."""
    there: dict[tuple[int, int], list[Seat]] = defaultdict(list)
    coming = Seat.objects.of_those_who_come().filter(mix=mix)
    for seat in coming.select_related("booking__person").order_by("pk"):
        there[seat.round_id, seat.table_id].append(seat)
    tables = list(mix.arrangement.tables.order_by("number"))
    return [
        (round_, [_at(table, there[round_.pk, table.pk]) for table in tables if there[round_.pk, table.pk]])
        for round_ in mix.arrangement.rounds.order_by("number")
    ]


def _at(table: Table, seats: list[Seat]) -> AtTable:
    seats.sort(key=lambda seat: (seat.booking_id != table.host_id, by_first_name(seat.booking.listed_as), seat.pk))
    return AtTable(table, tuple(seats), sum(seat.booking.seats for seat in seats))


@dataclass(frozen=True)
class Changed:
    """Who comes and who does not, measured by the seats of a version. Names, told apart where two are alike."""

    # With a seat here, and not coming any more.
    left: Sequence[str] = ()
    # On the day, who may only be late: without a seat here, and with one.
    late: Sequence[str] = ()
    late_with_seat: Sequence[str] = ()
    # The latter with the keys of their bookings: a convenor may know that somebody is not coming any more.
    late_by_key: Sequence[tuple[int, str]] = ()
    # Coming, or here, and without a seat.
    new: Sequence[str] = ()
    # Seats that are not as people were told, and tables that nobody sits at any more.
    moved: Sequence[Seat] = ()
    unused: Sequence[str] = ()


def changed_since(mix: Mix) -> Changed:
    gathering = mix.arrangement.gathering
    seated = set(mix.seats.values_list("booking", flat=True))
    # Where they sat in a round that is over is no seat that they keep.
    kept = mix.seats.filter(round__number__gte=mix.from_round).values("booking")
    coming = {booking.pk: booking for booking in who_is_here(gathering)}
    late = may_still_come(gathering).exclude(pk__in=coming)
    left = Booking.objects.filter(pk__in=seated - coming.keys()).exclude(pk__in=late.values("pk"))
    late_by_key = _by_key(late.filter(pk__in=kept).select_related("person"))
    return Changed(
        left=_named(left.select_related("person")),
        late=_named(late.exclude(pk__in=kept).select_related("person")),
        late_with_seat=[name for _key, name in late_by_key],
        late_by_key=late_by_key,
        new=_named([coming[key] for key in coming.keys() - seated]),
    )


def changed_by(mix: Mix) -> Changed:
    """The same, and what a version made of it that keeps to what people were told."""
    changed = changed_since(mix)
    if not (mix.keeps_told and mix.base):
        return changed
    return replace(changed, moved=who_moves(mix.base, mix), unused=_unused(mix))


def _unused(mix: Mix) -> list[str]:
    rounds = mix.arrangement.rounds.filter(number__gte=mix.from_round)
    before = mix.arrangement.tables.filter(seats__mix=mix.base_id, seats__round__in=rounds)
    used = mix.seats.filter(round__in=rounds).values("table")
    return [table.label for table in before.exclude(pk__in=used).distinct().order_by("number")]


def _named(bookings: Iterable[Booking]) -> list[str]:
    return [name for _key, name in _by_key(bookings)]


def _by_key(bookings: Iterable[Booking]) -> list[tuple[int, str]]:
    return sorted(hosts_names(bookings).items(), key=lambda named: by_first_name(named[1]))

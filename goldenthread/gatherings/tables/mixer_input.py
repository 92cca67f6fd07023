"""What the mixer is asked of all that may be seen: rows become a plain instance. What nobody is to know is in leaning.py.

Whatever is told of a plan is counted from this alone, so it cannot differ by what somebody wished in private.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.coming import who_comes, who_is_here
from goldenthread.gatherings.tables.guests import SECOND, guests
from goldenthread.gatherings.tables.knowing import ties, wish_of
from goldenthread.gatherings.tables.models import Emphasis, Mix, Round, Seat, Table
from goldenthread.mixing.tables import EMPHASES, Host, Instance, Plan, faults
from goldenthread.mixing.tables import Round as Held
from goldenthread.mixing.tables import Table as Place


@dataclass(frozen=True)
class MixerInput:
    """An arrangement with all that its mixing needs, read once."""

    rounds: Sequence[Round]
    tables: Sequence[Table]
    coming: Sequence[Booking]
    # Seats that stay: of rounds that were held, locked by hand, and as people were told.
    held: Sequence[Seat] = ()
    locked: Sequence[Seat] = ()
    announced: Sequence[Seat] = ()
    from_round: int = 1
    emphasis: str = Emphasis.PEOPLE

    def instance(self) -> Instance:
        """All that may be seen."""
        there = self.there
        return Instance(
            rounds=len(self.rounds),
            people=tuple(guests(self.coming, there)),
            tables=tuple(self._place(table) for table in self.tables),
            hosts=(*self._hosts(), *self._locks(there)),
            together=tuple(self._seats_of_one_booking()),
            ties=tuple(ties(self.coming)),
            home=self._home(),
            past=self.as_rounds(self.held)[: self.from_round - 1],
            announced=self.as_rounds(self.announced) if self.announced else (),
            weights=EMPHASES[self.emphasis],
        )

    def as_told(self, instance: Instance) -> Plan | None:
        """What people were told, where nothing has changed since that anybody can see: then nobody moves."""
        to_come = [seat for seat in self.announced if self.at[seat.round_id] >= len(instance.past)]
        if not to_come or any(seat.booking_id not in self.by_key for seat in to_come):
            return None
        plan = Plan((*instance.past, *instance.announced[len(instance.past) :]))
        return None if faults(instance, plan, first=len(instance.past)) else plan

    def as_rounds(self, seats: Sequence[Seat]) -> tuple[Held, ...]:
        """Seats of those who come, as the mixer knows rounds: keys by table."""
        filled: list[list[list[str]]] = [[[] for _ in self.tables] for _ in self.rounds]
        for seat in seats:
            if booking := self.by_key.get(seat.booking_id):
                at_table = filled[self.at[seat.round_id]][self.number[seat.table_id]]
                at_table += [str(booking.pk), f"{booking.pk}{SECOND}"][: booking.seats]
        return tuple(tuple(tuple(people) for people in round_) for round_ in filled)

    @cached_property
    def by_key(self) -> Mapping[int, Booking]:
        return {booking.pk: booking for booking in self.coming}

    @cached_property
    def there(self) -> Mapping[int, frozenset[int]]:
        """In which rounds each of them is there. Sitting one out is seen by everybody."""
        return {booking.pk: self._there(booking) for booking in self.coming}

    @cached_property
    def at(self) -> Mapping[int, int]:
        """Where a round stands, from 0."""
        return {round_.pk: place for place, round_ in enumerate(self.rounds)}

    @cached_property
    def number(self) -> Mapping[int, int]:
        return {table.pk: place for place, table in enumerate(self.tables)}

    @cached_property
    def sat(self) -> Mapping[int, frozenset[int]]:
        """Rounds in which somebody has sat already, whatever they wish now."""
        rounds: dict[int, set[int]] = defaultdict(set)
        for seat in self.held:
            rounds[seat.booking_id].add(self.at[seat.round_id])
        return {booking: frozenset(held) for booking, held in rounds.items()}

    def _there(self, booking: Booking) -> frozenset[int]:
        wish = wish_of(booking)
        out = set(wish.sits_out) if wish else set()
        to_come = [round_ for round_ in self.rounds if round_.number >= self.from_round and round_.number not in out]
        return frozenset(self.at[round_.pk] for round_ in to_come) | self.sat.get(booking.pk, frozenset())

    def _place(self, table: Table) -> Place:
        open_ = frozenset(range(self.from_round - 1)) if table.is_closed else None
        return Place(str(table.pk), min=table.least, max=table.most, features=frozenset(table.features), open=open_)

    def _hosts(self) -> Iterator[Host]:
        open_ = (table for table in self.tables if not table.is_closed)
        return (Host(str(table.host_id), str(table.pk)) for table in open_ if table.host_id in self.by_key)

    def _locks(self, there: Mapping[int, frozenset[int]]) -> Iterator[Host]:
        """To the mixer a lock is what a host's seat is."""
        hosts = {table.host_id for table in self.tables}
        closed = {table.pk for table in self.tables if table.is_closed}
        for seat in self.locked:
            round_ = self.at[seat.round_id]
            is_ahead = round_ >= self.from_round - 1 and round_ in there.get(seat.booking_id, ())
            if is_ahead and seat.booking_id not in hosts and seat.table_id not in closed:
                yield Host(str(seat.booking_id), str(seat.table_id), frozenset({round_}))

    def _seats_of_one_booking(self) -> Iterator[frozenset[str]]:
        return (frozenset({str(b.pk), f"{b.pk}{SECOND}"}) for b in self.coming if b.seats > 1)

    def _home(self) -> tuple[tuple[int, ...], ...]:
        home = tuple(place for place, round_ in enumerate(self.rounds) if round_.is_home)
        return (home,) if len(home) > 1 else ()


def mixer_input_of(mix: Mix, coming: Sequence[Booking] | None = None) -> MixerInput:
    """Everything that this version is mixed from, read at this moment."""
    arrangement = mix.arrangement
    base = list(Seat.objects.filter(mix=mix.base_id).order_by("pk")) if mix.base_id else []
    rounds = list(arrangement.rounds.order_by("number"))
    before = {round_.pk for round_ in rounds if round_.number < mix.from_round}
    to_seat = who_is_here if mix.only_present else who_comes
    return MixerInput(
        rounds=rounds,
        tables=list(arrangement.tables.order_by("number")),
        coming=to_seat(arrangement.gathering) if coming is None else coming,
        held=[seat for seat in base if seat.round_id in before],
        locked=[seat for seat in base if seat.is_locked],
        announced=base if mix.keeps_told else [],
        from_round=mix.from_round,
        emphasis=mix.emphasis,
    )


def mixer_input_as_seated(mix: Mix) -> MixerInput:
    """The same, for the seats of this version as a hand may have left them."""
    earlier = (
        Seat.objects.filter(mix=mix.base_id).order_by("pk") if mix.keeps_told and mix.base_id else Seat.objects.none()
    )
    held = mix.seats.filter(round__number__lt=mix.from_round).order_by("pk")
    return replace(mixer_input_of(mix), held=list(held), locked=(), announced=list(earlier))

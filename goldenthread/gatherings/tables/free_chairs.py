"""Where a chair is free at tables that people were told, and which of them suits somebody best. Nobody else moves for it.

Whether there is one depends on seats alone. Which one it is follows wishes, as in any mix: docs/decisions/0038.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.coming import may_still_come, with_what_they_tell
from goldenthread.gatherings.tables.guests import alike, with_lived_experience
from goldenthread.gatherings.tables.keep_apart_by_chance import apart_from_a_name, drawn
from goldenthread.gatherings.tables.knowing import names_of, pairs_apart, pairs_that_stay
from goldenthread.gatherings.tables.leaning import apart_of, needs_of
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Mix, Table

Pair = frozenset[str]


class FreeChairs:
    """The tables of one version with those who may still sit there. Whoever takes a chair is counted from then on."""

    def __init__(self, mix: Mix) -> None:
        gathering = mix.arrangement.gathering
        self.input = mixer_input_of(mix, with_what_they_tell(may_still_come(gathering)))
        self.guests = {guest.id: guest for guest in self.input.instance().people}
        self.apart = apart_of(self.input)
        self.beside = pairs_that_stay(self.input.coming) - pairs_apart(self.input.coming)
        self.company = with_lived_experience(self.input.coming, self.input.there)
        # Bookings by round and table.
        self.there: dict[tuple[int, int], list[int]] = defaultdict(list)
        for round_, table, booking in mix.seats.order_by("pk").values_list("round", "table", "booking"):
            if booking in self.input.by_key:
                self.there[round_, table].append(booking)

    def with_room(self, booking: Booking, rounds: Collection[int], *, but: int | None = None) -> list[Table]:
        """Those with a chair in all these rounds. `but` is where they would rather not sit."""
        return [t for t in self.input.tables if t.pk != but and not t.is_closed and self._has_room(booking, rounds, t)]

    def at(self, rounds: Collection[int], table: Table) -> list[Booking]:
        return [self.input.by_key[key] for round_ in rounds for key in self.there[round_, table.pk]]

    def best(
        self, booking: Booking, rounds: Collection[int], tables: Collection[Table], *, was: int | None = None
    ) -> Table | None:
        """Of these tables. `was` is where they were told before."""
        not_with = self._not_with(booking)
        return min(tables, key=lambda t: (t.pk != was, *self._suits(booking, rounds, t, not_with)), default=None)

    def take(self, booking: Booking, rounds: Collection[int], table: Table) -> None:
        for round_ in rounds:
            self.there[round_, table.pk].append(booking.pk)

    def _has_room(self, booking: Booking, rounds: Collection[int], table: Table) -> bool:
        """Nobody is sent to a table at which nobody sits."""
        sizes = [self._size(self.there[round_, table.pk]) for round_ in rounds]
        return all(size and size + booking.seats <= table.most for size in sizes)

    def _size(self, bookings: Collection[int]) -> int:
        return sum(self.input.by_key[key].seats for key in bookings)

    def _suits(
        self, booking: Booking, rounds: Collection[int], table: Table, not_with: Collection[int]
    ) -> Iterator[float]:
        """The less the better, the first the most: what they need, whom they asked for, new faces, a full mix, room."""
        beside = [key for round_ in rounds for key in self.there[round_, table.pk]]
        me, others = self.guests[str(booking.pk)], [self.guests[str(key)] for key in beside]
        yield table.host_id != booking.pk
        yield len(needs_of(booking) - set(table.features))
        yield sum(key in not_with for key in beside)
        yield -sum(frozenset((str(booking.pk), str(key))) in self.beside for key in beside)
        yield booking.pk in self.company and not self.company & set(beside)
        yield len(self._met(booking, rounds) & set(beside))
        yield me.familiar is False and not any(other.familiar for other in others)
        yield sum(alike(me, other) for other in others)
        yield max(self._size(self.there[round_, table.pk]) for round_ in rounds) / table.most
        yield drawn(f"seat {booking.pk} {sorted(rounds)} {table.pk}")
        yield table.pk

    def _met(self, booking: Booking, rounds: Collection[int]) -> set[int]:
        """With whom they sit in other rounds."""
        tables = (there for (round_, _table), there in self.there.items() if round_ not in rounds)
        return {key for there in tables if booking.pk in there for key in there} - {booking.pk}

    def _not_with(self, booking: Booking) -> set[int]:
        wished = {int(key) for pair in self.apart if str(booking.pk) in pair for key in pair}
        open_ = sum(not table.is_closed for table in self.input.tables)
        by_chance = apart_from_a_name(names_of(booking), self.input.coming, rounds=len(self.input.rounds), tables=open_)
        return (wished | by_chance) - {booking.pk}

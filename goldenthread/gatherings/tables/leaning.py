"""What people asked for that nobody is to know. The mixer hears it, and nobody else: nothing is counted or told from here.

A hand decides before a wish does. Where people were told that they sit in a way that somebody did not wish, a remake leaves it:
otherwise one could put two together, remake, and see who is moved apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.guests import with_lived_experience
from goldenthread.gatherings.tables.hard_needs import ticked
from goldenthread.gatherings.tables.keep_apart_by_chance import apart_by_chance
from goldenthread.gatherings.tables.knowing import pairs_apart, pairs_that_stay, wish_of
from goldenthread.gatherings.tables.mixer_input import MixerInput
from goldenthread.gatherings.tables.models import Table
from goldenthread.mixing.tables import Host, Leanings

Pair = frozenset[str]


@dataclass(frozen=True)
class AnnouncedTables:
    """Where people were told that they sit in the rounds to come: by booking, by round, the table."""

    tables: Mapping[int, Mapping[int, int]]

    @classmethod
    def of(cls, mixer_input: MixerInput) -> AnnouncedTables:
        tables: dict[int, dict[int, int]] = defaultdict(dict)
        for seat in mixer_input.announced:
            if mixer_input.at[seat.round_id] >= mixer_input.from_round - 1:
                tables[seat.booking_id][seat.round_id] = seat.table_id
        return cls(tables)

    def of_one(self, booking: int) -> set[int]:
        return set(self.tables.get(booking, {}).values())

    def of_two(self, pair: Pair) -> set[bool]:
        """Whether they share a table, of all the rounds in which both have one."""
        one, other = (self.tables.get(int(key), {}) for key in pair)
        return {one[number] == other[number] for number in one.keys() & other.keys()}


def leanings_of(mixer_input: MixerInput) -> Leanings:
    """Everything of it, less what was told otherwise."""
    announced, coming = AnnouncedTables.of(mixer_input), mixer_input.coming
    apart = apart_of(mixer_input)
    beside = pairs_that_stay(coming) - pairs_apart(coming)
    company = with_lived_experience(coming, mixer_input.there)
    return Leanings(
        apart=frozenset(pair for pair in apart - beside if True not in announced.of_two(pair)),
        beside=frozenset(pair for pair in beside if False not in announced.of_two(pair)),
        tables=tuple(_kept_tables(mixer_input, announced)),
        needs=tuple((str(booking.pk), needs) for booking in coming if (needs := needs_of(booking))),
        company=frozenset(map(str, company)),
    )


def apart_of(mixer_input: MixerInput) -> set[Pair]:
    """Those who would rather not sit together, and those whom chance keeps apart. Nobody can tell which is which."""
    by_chance = apart_by_chance(
        mixer_input.coming, rounds=len(mixer_input.rounds), tables=len(_open(mixer_input.tables))
    )
    return pairs_apart(mixer_input.coming) | by_chance


def needs_of(booking: Booking) -> frozenset[str]:
    """What they ticked for the hosts to see to, and what they would rather not tell them."""
    wish = wish_of(booking)
    return ticked(booking) | frozenset(wish.features.split() if wish else ())


def _kept_tables(mixer_input: MixerInput, announced: AnnouncedTables) -> Iterator[Host]:
    """Whoever keeps one table all day gets one that suits them: the one where they sat, or else the emptiest."""
    bound = {seat.booking_id for seat in mixer_input.locked} | {table.host_id for table in mixer_input.tables}
    taken = Counter(table.pk for table in mixer_input.tables if table.host_id)
    before = {seat.booking_id: seat.table_id for seat in [*mixer_input.announced, *mixer_input.held]}
    for booking in mixer_input.coming:
        wish = wish_of(booking)
        if wish is None or not wish.stays_put or booking.pk in bound or len(announced.of_one(booking.pk)) > 1:
            continue
        needs = needs_of(booking)
        suits = [table for table in _open(mixer_input.tables) if needs <= set(table.features)]
        kept = min(suits, key=lambda t: (t.pk != before.get(booking.pk), taken[t.pk] / t.most), default=None)
        if kept:
            taken[kept.pk] += booking.seats
            yield Host(str(booking.pk), str(kept.pk))


def _open(tables: Sequence[Table]) -> list[Table]:
    return [table for table in tables if not table.is_closed]

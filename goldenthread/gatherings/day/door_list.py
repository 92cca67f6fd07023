"""The list that hosts hold at the door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.state import WITHOUT_A_PLACE
from goldenthread.gatherings.day.models import GONE, PRESENT, WAS_HERE, Standing
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.hosts_names import hosts_names
from goldenthread.kit.name_order import by_first_name, plain_words

# Whoever waits, or has asked, may stand in the door all the same, and there may be an empty chair.
ON_THE_LIST = [State.KEPT, State.COMING, State.EXPECTED, State.OFFERED, *WITHOUT_A_PLACE, State.APOLOGIES]


class DoorPart(TextChoices):
    """Where somebody stands on the list. Who is here sinks below those who are not."""

    COMING = "coming", _("Not here yet")
    HERE = "here", _("Here")
    GONE = "gone", _("Left, or not coming")
    WAITING = "waiting", _("No place yet")


@dataclass(frozen=True)
class DoorListRow:
    """Somebody on the list, and how they stand."""

    booking: Booking
    standing: Standing
    # Two of one name are told apart.
    name: str

    @property
    def is_here(self) -> bool:
        return self.standing in PRESENT

    @property
    def waits(self) -> bool:
        return self.part == DoorPart.WAITING

    @property
    def part(self) -> DoorPart:
        return part_of(self.booking.state, self.standing)


def lines(gathering: Gathering, words: str = "") -> list[DoorListRow]:
    """Everybody who is expected or was seen, by name; those whose names hold all of these words, however they are accented."""
    standings = gathering.arrivals.standings()
    # What people need and who supports them lies sealed, and a door need not open it.
    bookings = gathering.bookings.without_mere_presses().select_related("person", "withdrawal")
    by_booking = {
        row: standing_on_the_list(row.state, standings.get(row.pk), is_leaving=row.is_being_given_up)
        for row in bookings.defer("needs", "table_needs", "supporter", "line")
    }
    names = hosts_names(row for row, standing in by_booking.items() if standing)
    listed = [DoorListRow(row, standing, names[row.pk]) for row, standing in by_booking.items() if standing]
    matching = [row for row in listed if _holds(row.name, plain_words(words))]
    return sorted(matching, key=lambda row: (by_first_name(row.booking.listed_as), row.booking.pk))


def of_this_name(gathering: Gathering, name: str) -> DoorListRow | None:
    """Who is on the list already under the name that somebody at the door gave; whoever is here, before anybody else."""
    typed = " ".join(name.split()).casefold()
    called = [
        line for line in lines(gathering, typed) if line.booking.known_as.casefold() == typed and _is_theirs(line)
    ]
    return min(called, key=lambda line: not line.is_here, default=None)


def in_parts(rows: Iterable[DoorListRow]) -> Mapping[DoorPart, Sequence[DoorListRow]]:
    by_part: dict[DoorPart, list[DoorListRow]] = {part: [] for part in DoorPart}
    for row in rows:
        by_part[row.part].append(row)
    return by_part


def next_to_come(rows: Sequence[DoorListRow], key: int) -> int | None:
    """The key of whoever stands below this one, of those who are not here yet; at the end of the list, above."""
    keys = [row.booking.pk for row in rows if row.booking.pk == key or row.part == DoorPart.COMING]
    at = keys.index(key) if key in keys else 0
    return next(iter([*keys[at + 1 :], *reversed(keys[:at])]), None)


def standing_on_the_list(state: str, marked: Standing | None, *, is_leaving: bool = False) -> Standing | None:
    """How somebody stands by their booking and by what was said at the door. None: they are not on the list.

    Who is leaving gave up their place a moment ago, and it has not passed on.
    """
    if marked in WAS_HERE:
        return marked
    if state not in ON_THE_LIST:
        return None
    return marked or (Standing.APOLOGIES if state == State.APOLOGIES or is_leaving else Standing.COMING)


def part_of(state: str, standing: Standing) -> DoorPart:
    if standing in PRESENT:
        return DoorPart.HERE
    if standing in GONE:
        return DoorPart.GONE
    return DoorPart.WAITING if state in WITHOUT_A_PLACE else DoorPart.COMING


def _holds(name: str, typed: Sequence[str]) -> bool:
    words = " ".join(plain_words(name))
    return all(word in words for word in typed)


def _is_theirs(line: DoorListRow) -> bool:
    """Not a name that a stranger may have typed."""
    return line.booking.is_proved or line.booking.person_id is not None

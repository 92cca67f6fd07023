"""The list that hosts hold at the door."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.day.models import PRESENT, WAS_HERE, Standing
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.hosts_names import hosts_names
from goldenthread.kit.name_order import by_first_name

# Whoever waits, or has asked, may stand in the door all the same, and there may be an empty chair.
ON_THE_LIST = [State.KEPT, State.COMING, State.EXPECTED, State.OFFERED, State.WAITING, State.ASKED, State.APOLOGIES]


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
        return self.booking.state in {State.WAITING, State.ASKED} and self.standing == Standing.COMING


def lines(gathering: Gathering, words: str = "") -> list[DoorListRow]:
    """Everybody who is expected or was seen, by name; those whose names hold all of these words."""
    standings = gathering.arrivals.standings()
    # What people need and who supports them lies sealed, and a door need not open it.
    rows = gathering.bookings.select_related("person").defer("needs", "table_needs", "supporter", "line")
    listed = [row for row in rows if row.state in ON_THE_LIST or standings.get(row.pk) in WAS_HERE]
    names, search_words = hosts_names(listed), words.casefold().split()
    matching = [
        DoorListRow(row, standings.get(row.pk, _before_the_day(row)), names[row.pk])
        for row in listed
        if all(word in row.listed_as.casefold() for word in search_words)
    ]
    return sorted(matching, key=lambda line: (by_first_name(line.booking.listed_as), line.booking.pk))


def of_this_name(gathering: Gathering, name: str) -> DoorListRow | None:
    """Who is on the list already under the name that somebody at the door gave; whoever is here, before anybody else."""
    typed = " ".join(name.split()).casefold()
    called = [
        line for line in lines(gathering, typed) if line.booking.known_as.casefold() == typed and _is_theirs(line)
    ]
    return min(called, key=lambda line: not line.is_here, default=None)


def _is_theirs(line: DoorListRow) -> bool:
    """Not a name that a stranger may have typed."""
    return line.booking.is_proved or line.booking.person_id is not None


def counts(listed: list[DoorListRow]) -> list[tuple[Standing, int]]:
    """How many stand how. Who only waits for a place is not expected."""
    by_standing = Counter(line.standing for line in listed if not line.waits)
    return [(standing, by_standing[standing]) for standing in Standing if by_standing[standing]]


def _before_the_day(booking: Booking) -> Standing:
    return Standing.APOLOGIES if booking.state == State.APOLOGIES else Standing.COMING

"""A version on paper: for the wall, for each table, for each person, and names to wear. It says where, and never why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.coming import who_comes
from goldenthread.gatherings.tables.models import Mix, Round, Table
from goldenthread.mixing.sheet.columns import bare
from goldenthread.mixing.sheet.names import first, short

LABELS = "labels"
# What can be printed, in the order in which it is offered.
KINDS = {
    "wall": gettext_lazy("For the wall"),
    "tables": gettext_lazy("For each table"),
    "slips": gettext_lazy("Slips"),
    LABELS: gettext_lazy("Name labels"),
}


@dataclass(frozen=True)
class Somebody:
    """Whoever has a chair: a person with a place, or whoever travels with them."""

    name: str
    # First name and initial, as on a wall; more letters where two would be alike.
    short: str
    # Each round, and their table in it; None where they have none.
    tables_by_round: tuple[tuple[Round, Table | None], ...]
    pronouns: str = ""


@dataclass(frozen=True)
class Paper:
    """Everything that is printed."""

    rounds: tuple[Round, ...]
    people: tuple[Somebody, ...]

    def by_table(self) -> list[tuple[Table, list[tuple[Round, list[str]]]]]:
        """For each table, round by round, the first names of those who sit there: it lies there for everybody to read."""
        there: dict[tuple[Table, Round], list[str]] = defaultdict(list)
        for somebody in self.people:
            for round_, table in somebody.tables_by_round:
                if table:
                    there[table, round_].append(somebody.name)
        tables = sorted({table for table, _round in there}, key=lambda table: table.number)
        return [(table, [(round_, first(there[table, round_])) for round_ in self.rounds]) for table in tables]


def paper(mix: Mix) -> Paper:
    """Only those who come still; in the order of names, Ó beside O."""
    rounds = tuple(mix.arrangement.rounds.order_by("number"))
    tables = {table.pk: table for table in mix.arrangement.tables.all()}
    at = {
        (booking, round_): tables[table]
        for booking, round_, table in mix.seats.values_list("booking", "round", "table")
    }
    named = sorted(_everybody(mix), key=lambda entry: (bare(entry[0]), entry[0], entry[1].pk))
    people = (
        Somebody(name, in_short, tuple((round_, at.get((booking.pk, round_.pk))) for round_ in rounds), pronouns)
        for (name, booking, pronouns), in_short in zip(named, short([name for name, *_more in named]), strict=True)
    )
    return Paper(rounds, tuple(people))


def _everybody(mix: Mix) -> Iterator[tuple[str, Booking, str]]:
    """Whoever travels with somebody has a chair of their own, and a name if they told one. Paper waits for no yes."""
    for booking in who_comes(mix.arrangement.gathering):
        if not booking.is_named:
            continue
        yield booking.known_as, booking, booking.person.pronouns if booking.person else ""
        if booking.seats > 1 and booking.supporter:
            yield booking.supporter, booking, ""

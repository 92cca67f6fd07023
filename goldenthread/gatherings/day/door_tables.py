"""At the door people ask where they sit: the tables of the round that is held, or that comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from goldenthread.gatherings.day.held_tables import now_and_next, rounds_of
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Round, Seat


@dataclass(frozen=True)
class DoorTables:
    """The tables of one round, by booking; of none before they are announced, and once all of them were held."""

    round: Round | None = None
    labels: Mapping[int, str] = field(default_factory=dict)
    # Changes whenever other tables hold, so that a list that lies open notices.
    version: str = ""


def tables_at_the_door(gathering: Gathering, now: datetime) -> DoorTables:
    mix, shown = told_to(gathering), _round_to_show(gathering, now)
    if mix is None or shown is None:
        return DoorTables()
    seats = Seat.objects.filter(mix=mix, round=shown).values_list("booking", "table__label")
    return DoorTables(shown, dict(seats), f"{mix.pk}-{shown.pk}")


def _round_to_show(gathering: Gathering, now: datetime) -> Round | None:
    current, following = now_and_next(gathering, now)
    untimed = (round_ for round_ in rounds_of(gathering) if not round_.starts_at)
    return current or following or next(untimed, None)

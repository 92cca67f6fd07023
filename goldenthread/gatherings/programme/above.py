"""What the programme asks of the wings above: whether people sign up for its sessions, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.kit.registry import rooms
from goldenthread.people.models import Person


@dataclass(frozen=True)
class WayToChairs:
    """Sessions that people sign up for: how each stands, in words that are the same for everybody; and the way, for one reader."""

    sessions: Mapping[UUID, str]
    words: str
    address: str
    # For somebody whom we don't know, and who may have a place all the same.
    hint: str = ""


class RoomAboveProgramme(RoomAboveTables):
    """A wing that knows the programme, and what it is asked about it."""

    def way_to_chairs(self, gathering: Gathering, person: Person | None) -> WayToChairs | None:
        """None where people just go into every session."""
        return None


def way_to_chairs(gathering: Gathering, reader: object) -> WayToChairs | None:
    person = reader if isinstance(reader, Person) else None
    answers = (wing.way_to_chairs(gathering, person) for wing in rooms(RoomAboveProgramme))
    return next(filter(None, answers), None)

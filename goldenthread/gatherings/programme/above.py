"""What the programme asks of the wings above: whether people sign up for its sessions, and where; and how its open hour goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.programme.public import PublicProgramme
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


@dataclass(frozen=True)
class OpenHourInWords:
    """When people meet about what they bring on the day, and in which corners, as the convenors call them."""

    rounds: Sequence[str]
    corners: Sequence[str]


class RoomAboveProgramme(RoomAboveTables):
    """A wing that knows the programme, and what it is asked about it."""

    def way_to_chairs(self, programme: PublicProgramme, person: Person | None) -> WayToChairs | None:
        """None where people just go into every session."""
        return None

    def who_is_in(self, session: Session) -> Sequence[str]:
        """How many have a chair in it, wait or wish for one: for convenors, before they remove it."""
        return []

    def open_hour(self, gathering: Gathering) -> OpenHourInWords | None:
        """None while nobody has set one."""
        return None


def way_to_chairs(programme: PublicProgramme, reader: object) -> WayToChairs | None:
    person = reader if isinstance(reader, Person) else None
    answers = (wing.way_to_chairs(programme, person) for wing in rooms(RoomAboveProgramme))
    return next(filter(None, answers), None)


def who_is_in(session: Session) -> list[str]:
    return [line for wing in rooms(RoomAboveProgramme) for line in wing.who_is_in(session)]


def open_hour_of(gathering: Gathering) -> OpenHourInWords | None:
    return next(filter(None, (wing.open_hour(gathering) for wing in rooms(RoomAboveProgramme))), None)

"""What is asked of the timetable, and what it answers: frozen values that say nothing of how it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class NotAProgramme(ValueError):
    """Something names what is not there, or is there twice: the message says what."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time. Slots stand in the order of time; the next one of the same day follows directly. Whatever costs the
    same elsewhere rather begins where it is less `late`."""

    id: str
    day: str = ""
    late: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """A room, how many people it holds, what it offers, and the slots in which it is open (None: all)."""

    id: str
    capacity: int = 10**6
    features: frozenset[str] = frozenset()
    open: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One session. `length` is how many slots it takes, in a row and in one room. `demand` is how many people are
    expected; `slots` and `rooms` where alone it may begin (None: anywhere): one of each pins it. `after` names the session
    that it follows directly, in the same room."""

    id: str
    title: str = ""
    speakers: frozenset[str] = frozenset()
    demand: int = 0
    needs: frozenset[str] = frozenset()
    slots: frozenset[str] | None = None
    rooms: frozenset[str] | None = None
    strand: str | None = None
    after: str | None = None
    length: int = 1


@dataclass(frozen=True, slots=True)
class Programme:
    """Sessions, slots and rooms.

    Hard: a room has one session at a time, nobody speaks in two at once or in a slot in which they are `away`, slots and
    rooms as the session allows, features, and who follows whom. Soft: `interest` (pairs of sessions and how many people
    want both) at the same time costs 1 a person; whoever finds no chair costs `overflow`; two sessions of one strand at
    the same time cost `strand`. All of these hold in, and cost for, every slot that a session takes.
    """

    slots: tuple[Slot, ...]
    rooms: tuple[Room, ...]
    sessions: tuple[Session, ...]
    away: Mapping[str, frozenset[str]] = field(default_factory=dict)
    interest: tuple[tuple[str, str, int], ...] = ()
    overflow: int = 1
    strand: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A session in a room; where it takes several slots, `slot` is the first."""

    session: str
    slot: str
    room: str


@dataclass(frozen=True, slots=True)
class Timetable:
    """Where each session is, and which have no place and why. `conflict` and `overflow` count people,
    `strands` pairs, in each slot."""

    placed: tuple[Placed, ...]
    without: tuple[tuple[str, str], ...]
    conflict: int
    overflow: int
    strands: int
    iterations: int

"""What a programme is made of, as everybody may see it: rooms, sessions, and the times at which they are held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.in_words import a_day, an_hour
from goldenthread.gatherings.programme.models import SessionKind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class PublicRoom:
    """A room, as it was when it was shown."""

    key: int
    number: int
    name: str
    capacity: int | None
    step_free: bool | None
    hearing_loop: bool | None
    words: str

    @property
    def access(self) -> str:
        """What there is and what there is not, as far as somebody has looked."""
        known = [
            (self.step_free, _("step-free"), _("not step-free")),
            (self.hearing_loop, _("hearing loop"), _("no hearing loop")),
        ]
        return " · ".join(yes if there_is else no for there_is, yes, no in known if there_is is not None)


@dataclass(frozen=True)
class PublicSession:
    """What happens, and who brings it."""

    uid: UUID
    kind: str
    title: str
    words: str
    minutes: int
    most_people: int | None
    # All who brought it when it was shown, by their keys.
    brought_by: tuple[int, ...]
    # Those of them who still do, by their names of today.
    speakers: Mapping[int, str]

    @property
    def kind_in_words(self) -> StrPromise:
        return SessionKind(self.kind).label

    @property
    def is_for_everybody(self) -> bool:
        return self.kind != SessionKind.CONTRIBUTION

    @property
    def names(self) -> str:
        return ", ".join(self.speakers.values())


# The same in every release and every file.
@lru_cache(maxsize=1024)
def _guid(session: UUID, number: int) -> UUID:
    return uuid5(session, str(number))


@dataclass(frozen=True)
class PublicPlacing:
    """That it is held, from when until when, and where. Its guid stays the same over all releases."""

    key: int
    number: int
    session: PublicSession
    room: PublicRoom | None
    starts_at: datetime
    ends_at: datetime
    # On this site, and from everywhere.
    address: str
    url: str

    @property
    def guid(self) -> UUID:
        """Of this one time that it is held."""
        return _guid(self.session.uid, self.number)

    @property
    def room_name(self) -> str:
        return self.room.name if self.room else _("Everywhere")

    @property
    def day(self) -> date:
        return self.starts_at.date()

    @property
    def hours(self) -> str:
        """Such as "11:30 to 12:15"."""
        return _("%(start)s to %(end)s") % {
            "start": an_hour(self.starts_at.timetz()),
            "end": an_hour(self.ends_at.timetz()),
        }

    @property
    def when_and_where(self) -> str:
        """Such as "Tuesday 30 May 2023, 11:30 to 12:15, The library". Where there is no room, nothing is said of one."""
        return f"{a_day(self.day)}, {self.hours_and_where}"

    @property
    def hours_and_where(self) -> str:
        """The same, where the day is said already."""
        return ", ".join(filter(None, [self.hours, self.room.name if self.room else ""]))

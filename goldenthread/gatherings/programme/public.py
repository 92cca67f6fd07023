"""A programme as everybody may see it: what a release keeps, with the names that people go by today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.in_words import a_day, an_hour
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.freezing import Content
from goldenthread.gatherings.programme.models import Release, SessionKind
from goldenthread.gatherings.programme.names import names_in

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


@dataclass(frozen=True)
class PublicPlacing:
    """That it is held, from when until when, and where. Its guid stays the same over all releases."""

    key: int
    number: int
    session: PublicSession
    room: PublicRoom | None
    starts_at: datetime
    ends_at: datetime
    address: str

    @property
    def guid(self) -> UUID:
        """Of this one time that it is held."""
        return uuid5(self.session.uid, str(self.number))

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
        """Such as "Tuesday 30 May 2023, 11:30 to 12:15, The library"."""
        return f"{a_day(self.day)}, {self.hours}, {self.room_name}"


@dataclass(frozen=True)
class Programme:
    """One release of a gathering, in the order of the day."""

    gathering: Gathering
    number: int
    at: datetime
    words: str
    content: Content = field(repr=False)

    @cached_property
    def names(self) -> Mapping[int, str]:
        return names_in(self.gathering, self.content)

    @cached_property
    def rooms(self) -> list[PublicRoom]:
        return [PublicRoom(**room) for room in self.content.get("rooms", [])]

    @cached_property
    def sessions(self) -> dict[str, PublicSession]:
        return {session["uid"]: self._session(**session) for session in self.content.get("sessions", [])}

    @cached_property
    def placings(self) -> list[PublicPlacing]:
        rooms = {room.key: room for room in self.rooms}
        base = reverse("programme:programme", args=[self.gathering.slug])
        placings = [self._placing(placing, rooms, base) for placing in self.content.get("placings", [])]
        return sorted(placings, key=_as_the_day_goes)

    def _session(self, *, uid: str, speakers: list[int], **session: object) -> PublicSession:
        named = {key: self.names[key] for key in speakers if key in self.names}
        known = session | {"uid": UUID(uid), "brought_by": tuple(speakers), "speakers": named}
        return PublicSession(**known)  # type: ignore[arg-type]  # as `freezing` wrote it

    def _placing(self, placing: Content, rooms: dict[int, PublicRoom], base: str) -> PublicPlacing:
        session = self.sessions[placing["uid"]]
        wall = datetime.combine(date.fromisoformat(placing["day"]), time.fromisoformat(placing["from"]))
        starts_at = wall.replace(tzinfo=self.gathering.zone, fold=int(placing["second_hour"]))
        # So many minutes later as they pass, also where the clock changes between.
        later = starts_at.astimezone(UTC) + timedelta(minutes=session.minutes)
        return PublicPlacing(
            key=placing["key"],
            number=placing["number"],
            session=session,
            room=rooms.get(placing["room"]),
            starts_at=starts_at,
            ends_at=later.astimezone(self.gathering.zone),
            address=f"{base}sessions/{session.uid}/",
        )

    @cached_property
    def by_session(self) -> dict[str, list[PublicPlacing]]:
        """Every time that each session is held, by its uid."""
        held: dict[str, list[PublicPlacing]] = {}
        for placing in self.placings:
            held.setdefault(str(placing.session.uid), []).append(placing)
        return held


def _as_the_day_goes(placing: PublicPlacing) -> tuple[datetime, int, int]:
    return placing.starts_at.astimezone(UTC), placing.room.number if placing.room else 0, placing.key


def public_programme(gathering: Gathering, now: datetime) -> Programme | None:
    """What people go by now; None before the first release."""
    release = Release.objects.newest_of(gathering, now)
    return as_public(gathering, release) if release else None


def as_public(gathering: Gathering, release: Release) -> Programme:
    return Programme(gathering, release.number, release.at, release.words, release.content)

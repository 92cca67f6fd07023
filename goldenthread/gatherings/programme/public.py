"""A programme as everybody may see it: what a release keeps, with the names that people go by today."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import get_language

from goldenthread.gatherings.plan.in_words import where
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.gathering import GatheringQuerySet
from goldenthread.gatherings.programme.freezing import Content
from goldenthread.gatherings.programme.models import Release, SessionKind
from goldenthread.gatherings.programme.names import names_in
from goldenthread.gatherings.programme.public_parts import PublicPlacing, PublicRoom, PublicSession
from goldenthread.kit import clock
from goldenthread.kit.address import absolute, house_address
from goldenthread.kit.composed_once import ComposedOnce


@dataclass(frozen=True)
class PublicProgramme:
    """One release of a gathering, in the order of the day."""

    gathering: Gathering
    number: int
    at: datetime
    words: str
    read_content: Callable[[], Content] = field(repr=False)
    read_text: Callable[[], str] = field(repr=False)
    # Hours and rooms may still change, and nobody was e-mailed about them.
    is_draft: bool = False

    @cached_property
    def content(self) -> Content:
        return self.read_content()

    @cached_property
    def names(self) -> Mapping[int, str]:
        return names_in(self.gathering, lambda: self.content)

    @cached_property
    def rooms(self) -> list[PublicRoom]:
        return [PublicRoom(**room) for room in self.content.get("rooms", [])]

    @cached_property
    def sessions(self) -> dict[str, PublicSession]:
        return {session["uid"]: self._session(session) for session in self.content.get("sessions", [])}

    @cached_property
    def placings(self) -> list[PublicPlacing]:
        rooms = {room.key: room for room in self.rooms}
        # Once for all of them, as is the zone: there may be five hundred.
        base, zone = reverse("programme:programme", args=[self.gathering.slug]), self.gathering.zone
        bases = (base, absolute(base))
        placings = [self._placing(placing, rooms, bases, zone) for placing in self.content.get("placings", [])]
        return sorted(placings, key=_as_the_day_goes)

    def _session(self, session: Content) -> PublicSession:
        speakers: list[int] = session["speakers"]
        # Nobody asks for names where there are none.
        names = self.names if speakers else {}
        return PublicSession(
            uid=UUID(session["uid"]),
            kind=session["kind"],
            title=session["title"],
            words=session["words"],
            minutes=session["minutes"],
            most_people=session["most_people"],
            brought_by=tuple(speakers),
            speakers={key: names[key] for key in speakers if key in names},
        )

    def _placing(
        self, placing: Content, rooms: dict[int, PublicRoom], bases: tuple[str, str], zone: ZoneInfo
    ) -> PublicPlacing:
        session = self.sessions[placing["uid"]]
        wall = datetime.combine(date.fromisoformat(placing["day"]), time.fromisoformat(placing["from"]))
        starts_at = wall.replace(tzinfo=zone, fold=int(placing["second_hour"]))
        # So many minutes later as they pass, also where the clock changes between.
        later = starts_at.astimezone(UTC) + timedelta(minutes=session.minutes)
        return PublicPlacing(
            key=placing["key"],
            number=placing["number"],
            session=session,
            room=rooms.get(placing["room"]),
            starts_at=starts_at,
            ends_at=later.astimezone(zone),
            address=f"{bases[0]}sessions/{placing['uid']}/",
            url=f"{bases[1]}sessions/{placing['uid']}/",
        )

    @property
    def open_hours(self) -> list[PublicPlacing]:
        return [placing for placing in self.placings if placing.session.kind == SessionKind.OPEN_HOUR]

    @cached_property
    def by_session(self) -> dict[str, list[PublicPlacing]]:
        """Every time that each session is held, by its uid."""
        held: dict[str, list[PublicPlacing]] = {}
        for placing in self.placings:
            held.setdefault(str(placing.session.uid), []).append(placing)
        return held


def _as_the_day_goes(placing: PublicPlacing) -> tuple[datetime, int, int]:
    return placing.starts_at.astimezone(UTC), placing.room.number if placing.room else 0, placing.key


# No address has this in it.
NEWEST = ComposedOnce(lambda slug: Release.objects.unread().at(slug).newest_first()[:1], "?")


def public_programme(gathering: Gathering, now: datetime) -> PublicProgramme | None:
    """What people read now, settled or not; None before the first release."""
    release = Release.objects.newest_of(gathering, now)
    return as_public(gathering, release) if release else None


def programme_at(slug: str, now: datetime) -> PublicProgramme | None:
    """The same, with its gathering in one query; None where that is not enough to find it."""
    release = next(iter(NEWEST.ask(slug)), None)
    if release is None or release.at > now:
        return None
    text: str = release.content_text  # type: ignore[attr-defined]  # as `unread` brings it
    return replace(as_public(release.gathering, release), read_content=lambda: json.loads(text), read_text=lambda: text)


def with_newest_release(gatherings: GatheringQuerySet) -> GatheringQuerySet:
    """Each with the key of its newest release: where there is none, no page asks anything about it."""
    newest = Release.objects.filter(gathering=OuterRef("pk")).newest_first()
    return gatherings.annotate(newest_release=Subquery(newest.values("pk")[:1]))


def made_of(programme: PublicProgramme) -> list[object]:
    """Besides its content: all that a file of it says."""
    gathering = programme.gathering
    plan = gathering.slug, gathering.title, gathering.time_zone, gathering.is_called_off, where(gathering)
    content = blake2b(programme.read_text().encode(), digest_size=16).digest()
    release = gathering.uid, programme.number, programme.at, content
    return [*release, *plan, dict(programme.names), get_language(), house_address()]


def programme_brought_along(gathering: Any) -> PublicProgramme | None:
    """Of a gathering found `with_newest_release`."""
    key: int | None = gathering.newest_release
    return public_programme(gathering, clock.now()) if key else None


def as_public(gathering: Gathering, release: Release) -> PublicProgramme:
    return PublicProgramme(
        gathering,
        release.number,
        release.at,
        release.words,
        read_content=lambda: release.content,
        read_text=lambda: json.dumps(release.content),
        is_draft=release.is_draft,
    )

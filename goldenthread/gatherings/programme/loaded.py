"""What a loaded programme is made of. Warnings, drafts, versions and paper read it; nothing here asks the database."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import SessionKind
from goldenthread.gatherings.programme.spans import Span


@dataclass(frozen=True)
class LoadedRoom:
    """A room, and when it cannot be used."""

    pk: int
    number: int
    name: str
    capacity: int | None
    step_free: bool | None
    hearing_loop: bool | None
    words: str
    closures: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Speaker:
    """Somebody who stands up in a session: by a voice, or by a name that was typed in."""

    pk: int
    voice: int | None
    person: int | None
    name: str
    # In lower case; empty for a name that was typed in, and for somebody on paper.
    address: str = ""
    # When they are not there.
    away: tuple[Span, ...] = ()
    # Since when they are not in it any more: they left it, or stepped back.
    gone_at: datetime | None = None
    # They left this site: nobody is named behind it any more.
    is_forgotten: bool = False

    @property
    def is_gone(self) -> bool:
        return self.gone_at is not None

    def is_same_as(self, other: Speaker) -> bool:
        """By their address; and by their name, where one of the two has none."""
        if self.address and other.address:
            return self.address == other.address
        return self.name.casefold() == other.name.casefold()


@dataclass(frozen=True)
class LoadedSession:
    """A session, with those who stand up in it, in their order."""

    pk: int
    uid: uuid.UUID
    kind: str
    title: str
    words: str
    minutes: int
    most_people: int | None
    contribution: int | None
    # Since when it is taken back by whoever offered it, also by leaving this site.
    withdrawn_at: datetime | None
    # The convenors decided otherwise since it was placed.
    is_turned_down: bool
    speakers: tuple[Speaker, ...] = ()

    @property
    def is_for_everybody(self) -> bool:
        return self.kind != SessionKind.CONTRIBUTION

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def voices(self) -> list[Speaker]:
        """Those who stay."""
        return [speaker for speaker in self.speakers if not speaker.is_gone]

    @property
    def given_up_by(self) -> list[str]:
        return [speaker.name for speaker in self.speakers if speaker.is_gone and not speaker.is_forgotten]

    @property
    def is_left_by_somebody(self) -> bool:
        """They left this site, too."""
        return any(speaker.is_forgotten for speaker in self.speakers)

    @property
    def is_given_up(self) -> bool:
        """Nobody is left to bring it."""
        return bool(self.speakers) and not self.voices

    @property
    def gone_at(self) -> datetime | None:
        """Since when nobody brings it."""
        last = max((speaker.gone_at for speaker in self.speakers if speaker.gone_at), default=None)
        return self.withdrawn_at or (last if self.is_given_up else None)


@dataclass(frozen=True)
class LoadedPlacing:
    """That a session is at an hour, in a room."""

    # 0 for one that is only thought of.
    pk: int
    number: int
    session: LoadedSession
    room: LoadedRoom | None
    day: date
    from_time: time
    is_second_hour: bool
    is_pinned: bool
    version: int
    zone: ZoneInfo
    span: Span
    # None for one that is only thought of.
    put_at: datetime | None = None

    @property
    def starts_at(self) -> datetime:
        """As the clock shows it at the gathering. Compare spans, not these: two moments of one zone are compared by the wall."""
        return self.span.starts_at.astimezone(self.zone)

    @property
    def ends_at(self) -> datetime:
        return self.span.ends_at.astimezone(self.zone)

    @property
    def names(self) -> str:
        """Those who stay; and once it has been held, also those who left since: in the draft it was theirs."""
        return ", ".join(speaker.name for speaker in self.session.speakers if not self.lost_before(speaker.gone_at))

    def lost_before(self, gone_at: datetime | None) -> bool:
        """Whether it had not been held yet: what was put there only afterwards was not, however early it is now."""
        if gone_at is None:
            return False
        return self.put_at is None or gone_at < max(self.put_at, self.span.ends_at)

    @property
    def is_dropped(self) -> bool:
        """Nobody holds it: it is left out when the programme is shown."""
        return self.lost_before(self.session.gone_at)


@dataclass(frozen=True)
class LoadedRound:
    """A round of tables that has an hour."""

    name: str
    span: Span


@dataclass(frozen=True)
class LoadedProgramme:
    """What is planned for a gathering, as convenors see it: held back or not."""

    gathering: Gathering
    rooms: tuple[LoadedRoom, ...]
    # In the order in which they were made.
    sessions: tuple[LoadedSession, ...]
    # As the day goes: by the clock, then by room.
    placings: tuple[LoadedPlacing, ...]
    rounds: tuple[LoadedRound, ...]

    @property
    def unplaced(self) -> list[LoadedSession]:
        placed = {placing.session.pk for placing in self.placings}
        return [session for session in self.sessions if session.pk not in placed]

"""One session on a page of its own: when it is held, and what is before it, after it and meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.programme.public import PublicProgramme, public_programme
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.gatherings.voices.models import Contribution
from goldenthread.kit import clock


@dataclass(frozen=True)
class HeldSession:
    """One time that it is held, and what else there is around it."""

    placing: PublicPlacing
    before: Sequence[PublicPlacing]
    meanwhile: Sequence[PublicPlacing]
    after: Sequence[PublicPlacing]

    @property
    def when_and_where(self) -> str:
        return self.placing.when_and_where


def held(programme: PublicProgramme, uid: UUID) -> list[HeldSession]:
    """Every time that it is held; none if it is not in this release."""
    return [_around(placing, programme.placings) for placing in programme.by_session.get(str(uid), [])]


def public_places_of(contribution: Contribution) -> list[tuple[str, str]]:
    """As everybody reads it, and not as the draft has it: in words, with the page of the session."""
    session = Session.objects.filter(contribution=contribution).first()
    shown = public_programme(contribution.gathering, clock.now()) if session else None
    if session is None or shown is None:
        return []
    return [(placing.when_and_where, placing.address) for placing in shown.by_session.get(str(session.uid), [])]


def _around(placing: PublicPlacing, placings: Sequence[PublicPlacing]) -> HeldSession:
    others = [other for other in placings if other is not placing]
    earlier = [other for other in others if other.ends_at <= placing.starts_at and other.day == placing.day]
    later = [other for other in others if other.starts_at >= placing.ends_at and other.day == placing.day]
    last_end = max((other.ends_at for other in earlier), default=None)
    next_start = min((other.starts_at for other in later), default=None)
    return HeldSession(
        placing,
        [other for other in earlier if other.ends_at == last_end],
        [other for other in others if other.starts_at < placing.ends_at and placing.starts_at < other.ends_at],
        [other for other in later if other.starts_at == next_start],
    )

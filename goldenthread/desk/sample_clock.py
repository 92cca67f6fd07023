"""Where the clock of the sample house can be set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from goldenthread.kit import clock
from goldenthread.kit.house import the_house
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Position:
    """A moment in the life of the launch that one can go to."""

    word: str
    label: StrPromise
    moment: datetime


POSITIONS = [
    Position("planning", _("Planning"), datetime(2022, 12, 14, 9, tzinfo=LONDON)),
    # The first reminder has just gone.
    Position("a-week-before", _("A week before"), datetime(2023, 5, 23, 10, 15, tzinfo=LONDON)),
    # People sit at their first tables.
    Position("the-day", _("The day"), datetime(2023, 5, 30, 10, 15, tzinfo=LONDON)),
    # There are certificates, and the three questions are still open.
    Position("afterwards", _("Afterwards"), datetime(2023, 6, 1, 9, tzinfo=LONDON)),
    # Everybody reads the answers.
    Position("a-week-after", _("A week after"), datetime(2023, 6, 6, 9, tzinfo=LONDON)),
]
BY_WORD = {position.word: position for position in POSITIONS}


def context(request: HttpRequest) -> dict[str, Any]:
    """What the banner of a sample house says on every page. A real house has no banner."""
    house = the_house()
    if not house or not house.is_sample:
        return {}
    person, now = getattr(request, "user", None), clock.now()
    may_move = isinstance(person, Person) and person.is_keeper
    stand = stand_at(now)
    positions = [(position, position is stand) for position in POSITIONS] if may_move else []
    return {"sample_now": now, "sample_positions": positions}


def stand_at(now: datetime) -> Position | None:
    """The last one that the clock has come to."""
    return next((position for position in reversed(POSITIONS) if position.moment <= now), None)

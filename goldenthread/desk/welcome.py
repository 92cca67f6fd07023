"""What a stranger sees first: the next day to come to, with its place and its price; and what else is planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from goldenthread.gatherings.bookings.glance import Glance, glance
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import status_of
from goldenthread.threads.models import Weave
from goldenthread.threads.weave_page import WeavePage

MOST = 6


@dataclass(frozen=True)
class NextGathering:
    """The soonest gathering that somebody can come to, as the front page tells it."""

    gathering: Gathering
    when: str
    hours: str
    where: str
    places: Glance


def welcome(now: datetime) -> dict[str, Any]:
    gatherings = list(Gathering.objects.listed().to_come(now).with_facts()[:MOST])
    soonest = next((gathering for gathering in gatherings if _can_be_come_to(gathering)), None)
    counted = Weave.objects.first()
    others = [gathering for gathering in gatherings if gathering != soonest]
    return {
        "woven": WeavePage(counted) if counted else None,
        "soonest": _in_short(soonest, now) if soonest else None,
        "others": [(gathering, status_of(gathering, now), in_words.when_it_will_be(gathering)) for gathering in others],
    }


def _can_be_come_to(gathering: Gathering) -> bool:
    return bool(gathering.day) and not gathering.is_called_off and not gathering.is_postponed


def _in_short(gathering: Gathering, now: datetime) -> NextGathering:
    return NextGathering(
        gathering,
        in_words.when(gathering),
        in_words.hours(gathering),
        in_words.where(gathering),
        glance(gathering, now),
    )

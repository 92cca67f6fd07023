"""What a stranger sees first: the next day to come to, with its place and its price; and what else is planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from goldenthread.gatherings.bookings.glance import Glance, glance
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.gathering import GatheringQuerySet
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
    is_today: bool


def welcome(now: datetime) -> dict[str, Any]:
    listed = [(gathering, status_of(gathering, now)) for gathering in _planned(now)]
    planned = [(gathering, status) for gathering, status in listed if status.is_to_come]
    soonest = next((gathering for gathering, _status in planned if _can_be_come_to(gathering)), None)
    counted = Weave.objects.first()
    return {
        "woven": WeavePage(counted) if counted else None,
        "soonest": _in_short(soonest, now) if soonest else None,
        "others": [
            (gathering, status, in_words.when_it_will_be(gathering))
            for gathering, status in planned
            if gathering != soonest
        ],
    }


def _planned(now: datetime) -> GatheringQuerySet:
    return Gathering.objects.listed().planned(now).with_facts()[:MOST]


def _can_be_come_to(gathering: Gathering) -> bool:
    return bool(gathering.day) and not gathering.is_postponed


def _in_short(gathering: Gathering, now: datetime) -> NextGathering:
    return NextGathering(
        gathering,
        in_words.when(gathering),
        in_words.hours(gathering),
        in_words.where(gathering),
        glance(gathering, now),
        bool(gathering.day and gathering.day <= now.astimezone(gathering.zone).date()),
    )

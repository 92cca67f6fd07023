"""On the day: no-shows, latecomers, a host who is missing, a table that is lost. The rounds to come are made anew at once."""

from __future__ import annotations

import secrets
from datetime import datetime

from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.arranging import how_many
from goldenthread.gatherings.tables.coming import who_is_here
from goldenthread.gatherings.tables.models import Arrangement, Mix, Round
from goldenthread.gatherings.tables.runs import MixRequest, ask_for, carry_out
from goldenthread.people.models import Person

# Up to here whoever presses waits for it; more people are mixed by the worker.
MOST_AT_ONCE = 800
# Few people are mixed well in a moment, and everybody stands in the room.
SECONDS = 0.7
SECONDS_FOR_MANY = 3.0


class NothingToRemake(Exception):
    """Nobody was told any tables yet, or every round has begun."""


def rounds_to_come(arrangement: Arrangement, now: datetime) -> list[Round]:
    return [round_ for round_ in arrangement.rounds.order_by("number") if not round_.has_begun(now)]


def remake(arrangement: Arrangement, from_round: int, *, by: Person, only_present: bool = False) -> Mix:
    """A new version in which the rounds before this one stay, and as few people as can be move. Whoever pressed sees it first.

    Who is not here yet may only be late, and keeps a seat, unless whoever presses says otherwise.
    """
    announced = told_to(arrangement.gathering)
    if announced is None:
        raise NothingToRemake
    is_small = how_many(arrangement.gathering) <= MOST_AT_ONCE
    mix_request = MixRequest(
        base=announced,
        from_round=from_round,
        seconds=SECONDS if is_small else SECONDS_FOR_MANY,
        keeps_told=True,
        only_present=only_present,
        emphasis=announced.emphasis,
    )
    version = ask_for(arrangement, mix_request, by=by, claim=secrets.token_hex(16) if is_small else "")
    if is_small:
        carry_out(version)
        version.refresh_from_db()
    return version


def without_a_host(arrangement: Arrangement) -> list[str]:
    """Labels of open tables whose host does not come, or is not here yet."""
    coming = {booking.pk for booking in who_is_here(arrangement.gathering)}
    hosted = arrangement.tables.filter(is_closed=False, host__isnull=False).order_by("number")
    return [table.label for table in hosted if table.host_id not in coming]

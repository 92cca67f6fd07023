"""When somebody was in the room, from all that was said of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from goldenthread.gatherings.day.models import Standing

StandingAt = tuple[Standing, datetime]
# From a moment until another; None is until the end.
Span = tuple[datetime, datetime | None]


def spans(presses: Sequence[StandingAt], begins: datetime) -> list[Span]:
    """The spans of time in which they were here. `presses` come in order.

    "Here" counts from the beginning, however long the line at the door was; "joined late" from its moment. Whoever is said
    not to have come was never here, whatever was pressed before: it was a slip.
    """
    result: list[Span] = []
    since: datetime | None = None
    for standing, at in presses:
        if standing == Standing.HERE:
            # Whoever had left has come back now; everybody else was here before anybody pressed.
            since = at if result and since is None else since if result else min(begins, at)
        elif standing == Standing.LATE:
            since = at
        elif standing == Standing.LEFT and since is None and result:
            # They left, and then again: the later word is right.
            result = [*result[:-1], (result[-1][0], at)]
        elif standing == Standing.LEFT:
            result, since = [*result, (min(begins, at) if since is None else since, at)], None
        else:
            result, since = [], None
    return result if since is None else [*result, (since, None)]


def was_there(presses: Sequence[StandingAt], begins: datetime, *, start: datetime, end: datetime) -> bool:
    """Whether they were in the room at any time between these two moments."""
    return any(since < end and (until is None or until > start) for since, until in spans(presses, begins))

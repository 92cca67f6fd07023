"""When sessions can be held: the hours of a gathering, without what is for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedProgramme
from goldenthread.gatherings.programme.models import SessionKind
from goldenthread.gatherings.programme.spans import Span

# Of a gathering of several days, what the plan does not say: when the days in between begin and end.
MORNING, EVENING = time(9), time(18)
TOGETHER = {SessionKind.BREAK, SessionKind.TABLES, SessionKind.MEETING}


def stretches(programme: LoadedProgramme) -> list[Span]:
    """As time goes by, and none meets another: between breaks, tables and whatever else all people are at."""
    together = [placing.span for placing in programme.placings if _is_for_all(placing)]
    together += [round_.span for round_ in programme.rounds]
    return [part for span in hours_of(programme.gathering) for part in _without(span, sorted(together))]


def hours_of(gathering: Gathering) -> list[Span]:
    """None while the plan does not know when it begins and ends."""
    starts_at, ends_at = gathering.starts_at, gathering.ends_at
    if not starts_at or not ends_at or gathering.from_time is None or gathering.to_time is None:
        return []
    whole = Span(starts_at.astimezone(UTC), ends_at.astimezone(UTC))
    if whole.ends_at - whole.starts_at <= timedelta(days=1):
        return [whole]
    return [day for day in _days(gathering, whole) if day.starts_at < day.ends_at]


def _days(gathering: Gathering, whole: Span) -> Iterator[Span]:
    first, last = whole.starts_at.astimezone(gathering.zone).date(), whole.ends_at.astimezone(gathering.zone).date()
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        begins, ends = (datetime.combine(day, hour, gathering.zone).astimezone(UTC) for hour in (MORNING, EVENING))
        yield Span(
            whole.starts_at if day == first else begins,
            whole.ends_at if day == last else max(ends, whole.starts_at),
        )


def _is_for_all(placing: LoadedPlacing) -> bool:
    """An open hour in a room leaves the others to sessions."""
    kind = placing.session.kind
    return kind in TOGETHER or (kind == SessionKind.OPEN_HOUR and placing.room is None)


def _without(span: Span, together: Sequence[Span]) -> Iterator[Span]:
    begins = span.starts_at
    for busy in together:
        if busy.meets(span):
            if begins < busy.starts_at:
                yield Span(begins, busy.starts_at)
            begins = max(begins, busy.ends_at)
    if begins < span.ends_at:
        yield Span(begins, span.ends_at)

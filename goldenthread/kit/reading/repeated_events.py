"""Events of a calendar that repeat by a rule (RRULE, RDATE, EXDATE, RECURRENCE-ID), written out one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rruleset, rrulestr  # type: ignore[import-untyped]  # its types are a package of their own

from goldenthread.kit.reading.event_headings import MOST_TIMES, TOO_OFTEN, UNREADABLE_RULE

# What repeats within a day is no session.
TOO_FAST = {"HOURLY", "MINUTELY", "SECONDLY"}


def occurrences(events: Iterable[Any]) -> Iterator[tuple[Any, Any, str]]:
    """Each event with when it begins, as often as it does, and what tells this time from the others; or why not, in words."""
    events = list(events)
    moved = {(str(event.get("UID", "")), _stamp(event["RECURRENCE-ID"].dt)) for event in events if _is_moved(event)}
    for event in events:
        begin = _begin(event)
        if _is_moved(event):
            yield event, begin, _stamp(event["RECURRENCE-ID"].dt)
        elif "RRULE" not in event and "RDATE" not in event:
            yield event, begin, ""
        elif isinstance(begin, date):
            yield from _written_out(event, begin, moved)
        else:
            yield event, UNREADABLE_RULE, ""


def _written_out(event: Any, begin: date, moved: set[tuple[str, str]]) -> Iterator[tuple[Any, Any, str]]:
    try:
        times = list(islice(_rules(event, begin), MOST_TIMES + 1))
    except (ValueError, TypeError, OverflowError, AttributeError):
        yield event, UNREADABLE_RULE, ""
        return
    if len(times) > MOST_TIMES:
        yield event, TOO_OFTEN, ""
        return
    for wall in times:
        stamp = _stamp(wall if isinstance(begin, datetime) else wall.date())
        if (str(event.get("UID", "")), stamp) not in moved:
            yield event, _as_it_began(wall, begin), stamp


def _rules(event: Any, begin: date) -> rruleset:
    """By the clock on the wall, which a rule means: the same hour before and after the clocks change."""
    start, zone = _wall(begin, None), begin.tzinfo if isinstance(begin, datetime) else None
    rules = rruleset()
    rules.rdate(start)
    for rule in _all(event, "RRULE"):
        if TOO_FAST.intersection(rule.get("FREQ", [])):
            raise ValueError(rule)
        parts = {name: values for name, values in rule.items() if name != "UNTIL"}
        text = type(rule)(parts).to_ical().decode()
        until = next(iter(rule.get("UNTIL", [])), None)
        end = f";UNTIL={_wall(until, zone, time.max):%Y%m%dT%H%M%S}" if until else ""
        rules.rrule(rrulestr(f"{text}{end}", dtstart=start))
    for more in _all(event, "RDATE"):
        for extra in more.dts:
            rules.rdate(_wall(extra.dt, zone))
    for less in _all(event, "EXDATE"):
        for gone in less.dts:
            rules.exdate(_wall(gone.dt, zone))
    return rules


def _all(event: Any, name: str) -> list[Any]:
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def _wall(moment: Any, zone: tzinfo | None, hour: time = time.min) -> datetime:
    """In the zone of the event; a day without an hour begins, or for an end goes on until midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, hour.replace(microsecond=0))
    there = moment.astimezone(zone) if zone and moment.tzinfo else moment
    return there.replace(tzinfo=None)


def _as_it_began(wall: datetime, begin: date) -> Any:
    return wall.replace(tzinfo=begin.tzinfo) if isinstance(begin, datetime) else wall.date()


def _is_moved(event: Any) -> bool:
    """One time of a repeated event, which somebody moved or worded otherwise."""
    return isinstance(getattr(event.get("RECURRENCE-ID"), "dt", None), date)


def _stamp(moment: date) -> str:
    return moment.replace(tzinfo=None).isoformat("T", "minutes") if isinstance(moment, datetime) else moment.isoformat()


def _begin(event: Any) -> Any:
    """A day, a moment; or the words that stand there, where they are neither."""
    value = event.get("DTSTART")
    try:
        return getattr(value, "dt", None)
    except ValueError:
        return str(value)

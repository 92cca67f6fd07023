"""A programme as a list by time: its days, and in each its hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from goldenthread.gatherings.plan.in_words import a_day, an_hour
from goldenthread.gatherings.programme.public_parts import PublicPlacing


@dataclass(frozen=True)
class ProgrammeHour:
    """What begins at one time."""

    starts: str
    placings: Sequence[PublicPlacing]


@dataclass(frozen=True)
class ProgrammeDay:
    """One day by the calendar, with an anchor of its own."""

    day: date
    hours: Sequence[ProgrammeHour]

    @property
    def anchor(self) -> str:
        return f"day-{self.day.isoformat()}"

    @property
    def in_words(self) -> str:
        return a_day(self.day)


def by_time(placings: Sequence[PublicPlacing]) -> list[ProgrammeDay]:
    """They are in the order of the day already."""
    days = groupby(placings, key=lambda placing: placing.day)
    return [ProgrammeDay(day, _hours(list(of_the_day))) for day, of_the_day in days]


def _hours(placings: list[PublicPlacing]) -> list[ProgrammeHour]:
    at_once = groupby(placings, key=lambda placing: placing.starts_at)
    return [ProgrammeHour(an_hour(moment.timetz()), list(of_the_hour)) for moment, of_the_hour in at_once]

"""What the room screen shows: which round, how long still, and where everybody sits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.gatherings.day.held_tables import now_and_next, window
from goldenthread.gatherings.day.models import Reflection
from goldenthread.gatherings.day.models.day_sheet import word_at
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Round, Seat
from goldenthread.mixing.sheet.names import short

A_FEW_LINES = 3
# More names than that stand in smaller letters, so that all of them are on the wall at once: nobody turns its pages.
MANY = 60


@dataclass(frozen=True)
class Screen:
    """One look at the room."""

    current: Round | None
    following: Round | None
    # Of the round that is held, or until the next one begins; None when nobody knows, or when that is not today.
    seconds_left: int | None
    # The day on which the next round begins, if that is not today.
    begins_on: date | None
    places: tuple[tuple[str, str], ...]
    word: str
    lines: tuple[Reflection, ...]

    @property
    def shown(self) -> Round | None:
        return self.current or self.following

    @property
    def is_crowded(self) -> bool:
        return len(self.places) > MANY

    @property
    def minutes_left(self) -> int | None:
        return None if self.seconds_left is None else -(-self.seconds_left // 60)


def screen(gathering: Gathering, now: datetime) -> Screen:
    current, following = now_and_next(gathering, now)
    shown = current or following
    lasts = window(shown, gathering) if shown else None
    until = lasts[1 if current else 0] if lasts else None
    # Who sits in a room until midnight counts minutes; who looks on another day wants to know which day it is.
    is_soon = until is not None and _day_of(until, gathering) == _day_of(now, gathering)
    return Screen(
        current=current,
        following=following,
        seconds_left=int((until - now).total_seconds()) if until and (current or is_soon) else None,
        begins_on=_day_of(until, gathering) if until and not (current or is_soon) else None,
        places=_places(gathering, shown) if shown else (),
        word=word_at(gathering),
        lines=tuple(Reflection.objects.filter(gathering=gathering).on_the_wall()[:A_FEW_LINES]),
    )


def _day_of(moment: datetime, gathering: Gathering) -> date:
    return moment.astimezone(gathering.zone).date()


def _places(gathering: Gathering, round_: Round) -> tuple[tuple[str, str], ...]:
    """By first name and initial, as people look for themselves."""
    mix = told_to(gathering)
    if mix is None:
        return ()
    announced = (
        Seat.objects.of_those_who_come().filter(mix=mix, round=round_).select_related("booking__person", "table")
    )
    seats = [seat for seat in announced if seat.booking.is_named]
    names = short([seat.booking.known_as for seat in seats])
    places = zip(names, (seat.table.label for seat in seats), strict=True)
    return tuple(sorted(places, key=lambda place: place[0].casefold()))

"""From a programme to a draft: what would be put where, and what finds no place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from goldenthread.gatherings.programme.draft_reasons import Taken, why_not
from goldenthread.gatherings.programme.drafting_input import (
    QUARTER,
    DraftInput,
    Interest,
    ToPlace,
    coarsest_slot,
    draft_input,
    keys_of,
    standing,
    to_place_of,
)
from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedProgramme, LoadedSession
from goldenthread.gatherings.programme.models import DraftRun
from goldenthread.gatherings.programme.spans import Span
from goldenthread.mixing.timetable.values import Timetable

if TYPE_CHECKING:
    from goldenthread.gatherings.programme.models.draft_run import Move, Outcome

Watch = Callable[[float], bool]


def drafted(
    programme: LoadedProgramme, run: DraftRun, watch: Watch, interest: Interest | None = None
) -> tuple[Outcome, int]:
    """What came out, and after how many turns."""
    to_place = to_place_of(programme, keeps_placed=run.keeps_placed)
    minutes = coarsest_slot(to_place)
    machine_input = draft_input(programme, to_place, minutes, interest)
    timetable = _made(machine_input, run, watch)
    if timetable.without and minutes > QUARTER:
        # They need not all begin together if more of them find a place.
        finer = draft_input(programme, to_place, QUARTER, interest)
        again = _made(finer, run, watch)
        if len(again.without) < len(timetable.without):
            machine_input, timetable = finer, again
    return _outcome(programme, machine_input, timetable), timetable.iterations


def _made(machine_input: DraftInput, run: DraftRun, watch: Watch) -> Timetable:
    from goldenthread.mixing.timetable.making import Limits, make  # noqa: PLC0415 - tests/house/test_imports.py

    return make(machine_input.problem, Limits(run.seconds, run.iterations, run.seed), watch=watch)


def _outcome(programme: LoadedProgramme, machine_input: DraftInput, timetable: Timetable) -> Outcome:
    places = {
        placed.session: (machine_input.slots[placed.slot].starts_at, machine_input.rooms[placed.room].pk)
        for placed in timetable.placed
    }
    to_place = machine_input.to_place
    taken = [*_taken_already(programme, machine_input), *_taken(programme, machine_input, places)]
    without = [why_not(programme, to_place[name], taken) for name, _why in timetable.without]
    moves = [_move(to_place[name], *place, programme.gathering.zone) for name, place in places.items()]
    return {
        "moves": [move for move in moves if not _stands_there(to_place, move)],
        "without": without,
        "seen": seen(programme),
    }


def seen(programme: LoadedProgramme) -> dict[str, int]:
    """The version of each placing, by session and number: whether anything was moved since."""
    return {f"{placing.session.pk}.{placing.number}": placing.version for placing in programme.placings}


def _taken_already(programme: LoadedProgramme, machine_input: DraftInput) -> Iterator[Taken]:
    for placing in standing(programme, machine_input.to_place.values()):
        yield Taken(placing.span, placing.room.pk if placing.room else None, _keys(programme, placing.session))


def _taken(
    programme: LoadedProgramme, machine_input: DraftInput, places: dict[str, tuple[datetime, int]]
) -> Iterator[Taken]:
    for name, (starts_at, room) in places.items():
        session = machine_input.to_place[name].session
        span = Span(starts_at, starts_at + timedelta(minutes=session.minutes))
        yield Taken(span, room, _keys(programme, session))


def _keys(programme: LoadedProgramme, session: LoadedSession) -> frozenset[str]:
    return frozenset(key for voice in session.voices for key in keys_of(voice, programme))


def _move(candidate: ToPlace, starts_at: datetime, room: int, zone: ZoneInfo) -> Move:
    wall = starts_at.astimezone(zone)
    return {
        "session": candidate.session.pk,
        "number": candidate.number,
        "since": candidate.placing.version if candidate.placing else 0,
        "day": wall.date().isoformat(),
        "from_time": wall.time().isoformat("minutes"),
        "is_second_hour": bool(wall.fold),
        "room": room,
    }


def _stands_there(to_place: Mapping[str, ToPlace], move: Move) -> bool:
    placing: LoadedPlacing | None = to_place[f"{move['session']}.{move['number']}"].placing
    return bool(
        placing
        and placing.room
        and _as_data(placing, placing.room.pk) == (move["day"], move["from_time"], move["room"])
    )


def _as_data(placing: LoadedPlacing, room: int) -> tuple[str, str, int]:
    return placing.day.isoformat(), placing.from_time.isoformat("minutes"), room

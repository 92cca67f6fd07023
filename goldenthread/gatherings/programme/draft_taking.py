"""A draft by machine is put into the programme: all of it, or nothing where somebody has moved something meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.gatherings.programme.drafted import seen
from goldenthread.gatherings.programme.loaded import LoadedProgramme
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import DraftRun, ProgrammeRoom, Session
from goldenthread.gatherings.programme.placing import MovedMeanwhile, Spot, place
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from goldenthread.gatherings.programme.models.draft_run import Move

Chair = tuple[int, str, str, bool]


class TakenOverBefore(Exception):
    """Somebody has put this draft into the programme."""


@transaction.atomic
def take_over(run: DraftRun, *, by: Person, now: datetime) -> int:
    """Each move as if by hand, so that each can be undone. Answer how many. Raises TakenOverBefore, MovedMeanwhile."""
    # Whoever moves something locks its session, so nothing moves from here on.
    locked = Session.objects.of(run.gathering).select_for_update().order_by("pk")
    sessions = {session.pk: session for session in locked}
    if not DraftRun.objects.filter(pk=run.pk, taken_at=None).update(taken_at=now):
        raise TakenOverBefore
    programme = programme_of(run.gathering)
    rooms = ProgrammeRoom.objects.of(run.gathering).in_bulk()
    moves: Sequence[Move] = run.content["moves"]
    if not is_as_it_was(run, programme):
        raise MovedMeanwhile
    taking = _Taking(run, sessions, rooms, by, now)
    taking.carry_out(moves, _chairs(programme, moves))
    return len(moves)


def is_as_it_was(run: DraftRun, programme: LoadedProgramme) -> bool:
    """Nothing was moved or removed since it was made."""
    sessions, rooms = ({each.pk for each in rows} for rows in (programme.sessions, programme.rooms))
    is_all_there = all(move["session"] in sessions and move["room"] in rooms for move in run.content["moves"])
    return is_all_there and bool(seen(programme) == run.content["seen"])


def _chairs(programme: LoadedProgramme, moves: Sequence[Move]) -> dict[Chair, tuple[int, int]]:
    """Where those stand that are to move: no two may begin in one room at once, not even for a moment."""
    moving = {(move["session"], move["number"]) for move in moves}
    return {
        (placing.room.pk, placing.day.isoformat(), placing.from_time.isoformat("minutes"), placing.is_second_hour): who
        for placing in programme.placings
        if placing.room and (who := (placing.session.pk, placing.number)) in moving
    }


class _Taking:
    """One draft on its way into the programme."""

    def __init__(
        self,
        run: DraftRun,
        sessions: dict[int, Session],
        rooms: dict[int, ProgrammeRoom],
        by: Person,
        now: datetime,
    ) -> None:
        self.run, self.sessions, self.rooms, self.by, self.now = run, sessions, rooms, by, now
        self.versions: dict[tuple[int, int], int] = {}

    def carry_out(self, moves: Sequence[Move], chairs: dict[Chair, tuple[int, int]]) -> None:
        """Whoever goes to a place where another one stands waits until that one has gone. Where all wait for each other, one
        of them goes out of its room first."""
        waiting = list(moves)
        while waiting:
            ready = next((move for move in waiting if chairs.get(_chair(move), _who(move)) == _who(move)), None)
            move = ready or waiting[0]
            self._put(move, self.rooms[move["room"]] if ready else None)
            chairs = {chair: who for chair, who in chairs.items() if who != _who(move)}
            if ready:
                waiting.remove(ready)

    def _put(self, move: Move, room: ProgrammeRoom | None) -> None:
        session = self.sessions[move["session"]]
        session.gathering = self.run.gathering
        day, hour = date.fromisoformat(move["day"]), time.fromisoformat(move["from_time"])
        spot = Spot(day, hour, move["is_second_hour"], room)
        since = self.versions.get(_who(move), move["since"])
        placing = place(session, move["number"], spot, since_version=since, by=self.by, now=self.now)
        self.versions[_who(move)] = placing.version


def _who(move: Move) -> tuple[int, int]:
    return move["session"], move["number"]


def _chair(move: Move) -> Chair:
    return move["room"], move["day"], move["from_time"], move["is_second_hour"]

"""Why a session has no place, in plain words."""

from __future__ import annotations

import numpy as np

from goldenthread.mixing.timetable.board import AWAY, Board
from goldenthread.mixing.timetable.columns import begins
from goldenthread.mixing.timetable.values import Programme, Session


def why_not(programme: Programme, board: Board, at: int) -> str:
    """The nearest reason: what no chair could meet, or who stands in the way in those that could."""
    session = programme.sessions[at]
    return _never(programme, session) or _long(board, session, at) or _not_here(programme, board, at)


def _never(programme: Programme, session: Session) -> str:
    """A reason that would hold in an empty house."""
    rooms = [room for room in programme.rooms if session.needs <= room.features]
    if not rooms:
        return f"no room has {' and '.join(sorted(session.needs))}"
    if not any(session.rooms is None or room.id in session.rooms for room in rooms):
        return "the rooms that it asks for do not have what it needs" if session.needs else "its room is not there"
    if not any(session.slots is None or slot.id in session.slots for slot in programme.slots):
        return "the slots that it asks for are not there"
    away = frozenset().union(*(programme.away.get(speaker, frozenset()) for speaker in session.speakers))
    if not any((session.slots is None or slot.id in session.slots) and slot.id not in away for slot in programme.slots):
        return (
            f"{' or '.join(sorted(s for s in session.speakers if programme.away.get(s)))} is away whenever it could be"
        )
    return ""


def _long(board: Board, session: Session, at: int) -> str:
    """Of a session that takes several slots: whether they are ever there in a row, and otherwise that they are taken."""
    if session.length == 1:
        return ""
    first = int(board.columns.first[at])
    if not begins(board.columns, np.arange(first, first + session.length)).any():
        return f"there are never {session.length} slots in a row in one room when it could be"
    return f"no {session.length} slots in a row are left in one room when it could be"


def _not_here(programme: Programme, board: Board, at: int) -> str:
    row = int(board.columns.first[at])
    may = board.columns.may[row]
    slots = np.flatnonzero(may.any(axis=1))
    if not len(slots):
        return "its rooms are never open when it could be"
    if any(row in chain for chain in board.columns.chains):
        return "the sessions that follow one another find no free row of slots in one room"
    speaking = [slot for slot in slots if board.costs[slot, row] >= board.columns.forbidden]
    full = [slot for slot in slots if (board.chairs[slot, may[slot]] != board.nobody).all() and slot not in speaking]
    parts = [f"{_speaking(programme, board, at)} in {len(speaking)}"] if speaking else []
    parts += [f"every fitting room is taken in {len(full)}"] if full else []
    return (
        f"of the {len(slots)} slots in which it could be, {' and '.join(parts)}"
        if parts
        else "no time was left to place it"
    )


def _speaking(programme: Programme, board: Board, at: int) -> str:
    mine = programme.sessions[at].speakers
    where = board.where[board.columns.first]
    placed = [one for position, one in enumerate(programme.sessions) if where[position] != AWAY]
    busy = sorted(mine & frozenset().union(*(one.speakers for one in placed)))
    return f"{' and '.join(busy)} {'speaks' if len(busy) == 1 else 'speak'} elsewhere"

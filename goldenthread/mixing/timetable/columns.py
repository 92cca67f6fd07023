"""A programme as columns: what each session costs beside each other one, and in each chair (a slot in a room)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.timetable.chains import chained
from goldenthread.mixing.timetable.values import NotAProgramme, Programme, Session

Costs = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """S rows, T slots, R rooms. A row is a session, or one slot of a long one. Row S of `beside` is nobody, and costs nothing.

    `beside` (S+1, S+1): the cost of two rows in one slot, at least `forbidden` if they clash. `over` (S+1, R): people
    without a chair, weighed. `may` (S, T, R): where the row may be. `left_out` (S+1): the cost of no place. `chains`:
    rows one directly after the other. `first`: the first row of each session. `least`: what no board costs less than.
    """

    beside: Costs
    over: Costs
    may: Truths
    left_out: Costs
    forbidden: float
    chains: tuple[tuple[int, ...], ...]
    days: tuple[str, ...]
    first: NDArray[np.int64]
    least: float

    @property
    def has_lengths(self) -> bool:
        return len(self.first) < len(self.may)


def columns(programme: Programme) -> Columns:
    """Raises NotAProgramme."""
    at = _positions("session", [one.id for one in programme.sessions])
    _positions("slot", [one.id for one in programme.slots])
    _positions("room", [one.id for one in programme.rooms])
    lengths = _lengths(programme)
    first = np.cumsum(lengths) - lengths
    # Which session each row belongs to; the last of them is nobody.
    of = np.append(np.repeat(np.arange(len(at)), lengths), len(at))
    beside = _interest(programme, at)[np.ix_(of, of)]
    over = _over(programme)[of]
    # Leaving a session out is dearer than anything that placing it could cost; a clash dearer than leaving all out.
    out = 2 * (beside.sum() + over.max(axis=1, initial=0).sum()) + 1
    pinned = [one.slots is not None and len(one.slots) == 1 for one in programme.sessions]
    left_out = np.zeros(len(of))
    left_out[first] = out * (1 + 9 * np.array(pinned, dtype=np.float64))
    forbidden = 2 * float(left_out.sum()) + 1
    beside[:-1, :-1] += forbidden * _clashes(programme)[np.ix_(of[:-1], of[:-1])]
    days = tuple(slot.day for slot in programme.slots)
    chains = chained(programme, at, first, lengths)
    return Columns(
        beside, over, allowed(programme), left_out, forbidden, chains, days, first, _least(programme, lengths)
    )


def _lengths(programme: Programme) -> NDArray[np.int64]:
    for one in programme.sessions:
        if one.length < 1:
            raise NotAProgramme(f"{one.id} takes less than one slot.")
    return np.array([one.length for one in programme.sessions], dtype=np.int64)


def _least(programme: Programme, lengths: NDArray[np.int64]) -> float:
    """People without a chair if whatever draws the most had the largest rooms, and nothing else stood in the way."""
    slots = {slot.id for slot in programme.slots}
    hours = [len(slots) if room.open is None else len(room.open & slots) for room in programme.rooms]
    capacity = np.sort(np.repeat(np.array([room.capacity for room in programme.rooms], dtype=np.float64), hours))
    demand = np.sort(np.repeat(np.array([one.demand for one in programme.sessions], dtype=np.float64), lengths))
    if len(demand) > len(capacity):
        # Some find no place, and it does not matter which.
        return 0.0
    return programme.overflow * float(np.maximum(0, demand - capacity[len(capacity) - len(demand) :]).sum())


def _over(programme: Programme) -> Costs:
    over = np.zeros((len(programme.sessions) + 1, len(programme.rooms)))
    demand = np.array([one.demand for one in programme.sessions], dtype=np.float64)
    capacity = np.array([room.capacity for room in programme.rooms], dtype=np.float64)
    over[:-1] = programme.overflow * np.maximum(0, demand[:, None] - capacity[None, :])
    return over


def _positions(what: str, ids: list[str]) -> dict[str, int]:
    at = {name: position for position, name in enumerate(ids)}
    if len(at) < len(ids):
        raise NotAProgramme(f"The {what} {next(name for name in ids if ids.count(name) > 1)} is there twice.")
    return at


def _interest(programme: Programme, at: dict[str, int]) -> Costs:
    beside = np.zeros((len(at) + 1, len(at) + 1))
    for one, other, people in programme.interest:
        if one not in at or other not in at or one == other:
            raise NotAProgramme(f"The interest in {one} and {other} is not in two sessions that are there.")
        beside[at[one], at[other]] += people
        beside[at[other], at[one]] += people
    strands = np.array([one.strand or f"\0{row}" for row, one in enumerate(programme.sessions)])
    same = (strands[:, None] == strands[None, :]) & ~np.eye(len(at), dtype=np.bool_)
    beside[: len(at), : len(at)] += programme.strand * same
    return beside


def _clashes(programme: Programme) -> Truths:
    everybody = sorted({speaker for one in programme.sessions for speaker in one.speakers})
    number = {speaker: position for position, speaker in enumerate(everybody)}
    speaks = np.zeros((len(programme.sessions), len(everybody)), dtype=np.float64)
    for row, one in enumerate(programme.sessions):
        speaks[row, [number[speaker] for speaker in one.speakers]] = 1
    clash: Truths = (speaks @ speaks.T > 0) & ~np.eye(len(speaks), dtype=np.bool_)
    return clash


def allowed(programme: Programme) -> Truths:
    """Where each row may be by itself: its session's wishes, its speakers', and the room's; shape (S, T, R)."""
    chairs = len(programme.slots), len(programme.rooms)
    is_open = [[r.open is None or s.id in r.open for r in programme.rooms] for s in programme.slots]
    rows = [_may(programme, one, step == 0) for one in programme.sessions for step in range(one.length)]
    may = np.array(rows, dtype=np.bool_).reshape(len(rows), *chairs)
    found: Truths = may & np.array(is_open, dtype=np.bool_).reshape(chairs)
    return found


def _may(programme: Programme, session: Session, is_first: bool) -> Truths:  # noqa: FBT001
    away = frozenset().union(*(programme.away.get(speaker, frozenset()) for speaker in session.speakers))
    wished = session.slots if is_first else None
    slots = [(wished is None or s.id in wished) and s.id not in away for s in programme.slots]
    rooms = [(session.rooms is None or r.id in session.rooms) and session.needs <= r.features for r in programme.rooms]
    return np.outer(slots, rooms)


def begins(columns: Columns, rows: NDArray[np.int64]) -> Truths:
    """Where rows one after the other could begin in an empty house, (T, R): not where they would run into another day."""
    _, slots, rooms = columns.may.shape
    found = np.zeros((slots, rooms), dtype=np.bool_)
    last = slots - len(rows) + 1
    if last > 0:
        day = np.unique(np.array(columns.days), return_inverse=True)[1]
        parts = [
            columns.may[row, step : step + last] & (day[step : step + last] == day[:last])[:, None]
            for step, row in enumerate(rows.tolist())
        ]
        found[:last] = np.logical_and.reduce(parts)
    return found

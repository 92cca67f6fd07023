"""A programme as columns: what each session costs beside each other one, and in each chair (a slot in a room)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.timetable.values import Programme, Session

Costs = NDArray[np.float64]
Truths = NDArray[np.bool_]


class NotAProgramme(ValueError):
    """Something names what is not there, or is there twice: the message says what."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """S sessions, T slots, R rooms. Row S of `beside` is nobody, and costs nothing.

    `beside` (S+1, S+1): the cost of two sessions in one slot, at least `forbidden` if they clash. `over` (S+1, R): people
    without a chair, weighed. `may` (S, T, R): where the session may be. `left_out` (S+1): the cost of no place. `chains`:
    sessions one directly after the other.
    """

    beside: Costs
    over: Costs
    may: Truths
    left_out: Costs
    forbidden: float
    chains: tuple[tuple[int, ...], ...]
    days: tuple[str, ...]


def columns(programme: Programme) -> Columns:
    """Raises NotAProgramme."""
    at = _positions("session", [one.id for one in programme.sessions])
    _positions("slot", [one.id for one in programme.slots])
    _positions("room", [one.id for one in programme.rooms])
    size = len(at)
    beside = _interest(programme, at)
    over = np.zeros((size + 1, len(programme.rooms)))
    demand = np.array([one.demand for one in programme.sessions], dtype=np.float64)
    capacity = np.array([room.capacity for room in programme.rooms], dtype=np.float64)
    over[:size] = programme.overflow * np.maximum(0, demand[:, None] - capacity[None, :])
    # Leaving a session out is dearer than anything that placing it could cost; a clash dearer than leaving all out.
    out = 2 * (beside.sum() + over.max(axis=1, initial=0).sum()) + 1
    pinned = [one.slots is not None and len(one.slots) == 1 for one in programme.sessions]
    left_out = np.append(out * (1 + 9 * np.array(pinned, dtype=np.float64)), 0)
    forbidden = 2 * float(left_out.sum()) + 1
    beside[:size, :size] += forbidden * _clashes(programme)
    days = tuple(slot.day for slot in programme.slots)
    return Columns(beside, over, allowed(programme), left_out, forbidden, _chains(programme, at), days)


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
    """Where each session may be by itself: its own wishes, its speakers', and the room's; shape (S, T, R)."""
    chairs = len(programme.slots), len(programme.rooms)
    is_open = [[r.open is None or s.id in r.open for r in programme.rooms] for s in programme.slots]
    rows = [_may(programme, one) for one in programme.sessions]
    may = np.array(rows, dtype=np.bool_).reshape(len(programme.sessions), *chairs)
    found: Truths = may & np.array(is_open, dtype=np.bool_).reshape(chairs)
    return found


def _may(programme: Programme, session: Session) -> Truths:
    away = frozenset().union(*(programme.away.get(speaker, frozenset()) for speaker in session.speakers))
    slots = [(session.slots is None or s.id in session.slots) and s.id not in away for s in programme.slots]
    rooms = [(session.rooms is None or r.id in session.rooms) and session.needs <= r.features for r in programme.rooms]
    return np.outer(slots, rooms)


def _chains(programme: Programme, at: dict[str, int]) -> tuple[tuple[int, ...], ...]:
    follows: dict[int, int] = {}
    for row, one in enumerate(programme.sessions):
        if one.after is None:
            continue
        if one.after not in at or at[one.after] in follows:
            raise NotAProgramme(
                f"{one.id} cannot directly follow {one.after}: it is not there, or another one follows it."
            )
        follows[at[one.after]] = row
    firsts = sorted(set(follows) - set(follows.values()))
    chains = tuple(_chain(first, follows) for first in firsts)
    if sum(map(len, chains)) < len(set(follows) | set(follows.values())):
        raise NotAProgramme("Some sessions follow each other in a circle.")
    return chains


def _chain(first: int, follows: dict[int, int]) -> tuple[int, ...]:
    chain = [first]
    while chain[-1] in follows:
        chain.append(follows[chain[-1]])
    return tuple(chain)

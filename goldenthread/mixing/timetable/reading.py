"""A programme from JSON: docs/timetable.md tells its fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from goldenthread.mixing.timetable.values import Programme, Room, Session, Slot

Fields = dict[str, Any]
MOST_PEOPLE = 10**7
# Slots in a row: a day in quarters of an hour.
LONGEST = 96


class Mistaken(Exception):
    """One sentence that names the line or the field."""


def programme_from(file: Path) -> Programme:
    """Raises Mistaken, OSError."""
    try:
        asked = json.loads(file.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as trouble:
        raise Mistaken(f"{file.name}, line {trouble.lineno}, column {trouble.colno}: {trouble.msg}.") from trouble
    except (UnicodeDecodeError, RecursionError) as trouble:
        raise Mistaken(f"{file.name} is not JSON in UTF-8.") from trouble
    if not isinstance(asked, dict):
        raise Mistaken(f"{file.name}, line 1: a programme is an object with slots, rooms and sessions.")
    return Programme(
        slots=tuple(Slot(_text(one, "id", at), _text(one, "day", at, "")) for at, one in _each(asked, "slots")),
        rooms=tuple(_room(one, at) for at, one in _each(asked, "rooms")),
        sessions=tuple(_session(one, at) for at, one in _each(asked, "sessions")),
        away={who: _set(_object(asked, "away"), who, "away") or frozenset() for who in _object(asked, "away")},
        interest=tuple(_interest(row, f"interest[{at}]") for at, row in enumerate(_list(asked, "interest", ""))),
        overflow=_number(asked, "overflow", "", 1),
        strand=_number(asked, "strand", "", 1),
    )


def _each(asked: Fields, field: str) -> list[tuple[str, Fields]]:
    if field not in asked:
        raise Mistaken(f"The field {field} is missing.")
    found = [(f"{field}[{at}].", one) for at, one in enumerate(_list(asked, field, ""))]
    for at, one in found:
        if not isinstance(one, dict):
            raise Mistaken(f"The field {at[:-1]} is not an object.")
    return found


def _room(one: Fields, at: str) -> Room:
    features = _set(one, "features", at) or frozenset()
    return Room(_text(one, "id", at), _number(one, "capacity", at, 10**6), features, _set(one, "open", at))


def _session(one: Fields, at: str) -> Session:
    return Session(
        id=_text(one, "id", at),
        title=_text(one, "title", at, ""),
        speakers=_set(one, "speakers", at) or frozenset(),
        demand=_number(one, "demand", at, 0),
        needs=_set(one, "needs", at) or frozenset(),
        slots=_set(one, "slots", at),
        rooms=_set(one, "rooms", at),
        strand=_text(one, "strand", at, "") or None,
        after=_text(one, "after", at, "") or None,
        length=_length(one, at),
    )


def _length(one: Fields, at: str) -> int:
    found = one.get("length", 1)
    if not isinstance(found, int) or isinstance(found, bool) or not 1 <= found <= LONGEST:
        raise Mistaken(f"The field {at}length is not a whole number from 1 to {LONGEST}.")
    return found


def _interest(row: object, at: str) -> tuple[str, str, int]:
    if not isinstance(row, list) or len(row) != 3 or not isinstance(row[0], str) or not isinstance(row[1], str):
        raise Mistaken(f"The field {at} is not [session, session, people].")
    return row[0], row[1], _number({"2": row[2]}, "2", f"{at}.", 0)


def _list(asked: Fields, field: str, at: str) -> list[Any]:
    found = asked.get(field, [])
    if not isinstance(found, list):
        raise Mistaken(f"The field {at}{field} is not a list.")
    return found


def _object(asked: Fields, field: str) -> Fields:
    found = asked.get(field, {})
    if not isinstance(found, dict):
        raise Mistaken(f"The field {field} is not an object.")
    return found


def _set(one: Fields, field: str, at: str) -> frozenset[str] | None:
    if one.get(field) is None:
        return None
    found = _list(one, field, at)
    if not all(isinstance(word, str) for word in found):
        raise Mistaken(f"The field {at}{field} is not a list of texts.")
    return frozenset(found)


def _text(one: Fields, field: str, at: str, otherwise: str | None = None) -> str:
    found = one.get(field, otherwise)
    if not isinstance(found, str) or (otherwise is None and not found):
        raise Mistaken(f"The field {at}{field} is not a text.")
    return found


def _number(one: Fields, field: str, at: str, otherwise: int) -> int:
    found = one.get(field, otherwise)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= MOST_PEOPLE:
        raise Mistaken(f"The field {at}{field} is not a whole number from 0 to {MOST_PEOPLE}.")
    return found

"""What the list at the door tells us when it finds the network again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from goldenthread.gatherings.day.arriving import DoorPress
from goldenthread.gatherings.day.models import Standing

MOST_AT_ONCE = 500
# A list may lie in a drawer for long, and is still right about its day.
LONGEST_AGO = timedelta(days=400)
MARK = re.compile(r"[\w-]{16,60}", re.ASCII)
LARGEST_KEY = 2**63 - 1
# Names in Persian and in Hindi are written with them.
JOINERS = "\u200c\u200d"


class UnreadablePresses(Exception):
    """This is no list of presses."""


def read(body: bytes, now: datetime) -> list[DoorPress]:
    """How long ago each was pressed is told, not when: clocks of telephones go wrong, and a sample house has its own."""
    try:
        payload = json.loads(body)
        presses = payload["presses"]
        if not isinstance(presses, list) or len(presses) > MOST_AT_ONCE:
            raise UnreadablePresses
        return list(_read(presses, now))
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as wrong:
        raise UnreadablePresses from wrong


def _name(value: Any) -> str:
    """Without what nobody can read: one odd sign would keep all later presses waiting. What joins letters belongs to names."""
    readable = "".join(c if c.isprintable() or c in JOINERS else " " for c in str(value or ""))
    return " ".join(readable.split())[:80]


def _read(presses: list[Any], now: datetime) -> Iterator[DoorPress]:
    for raw in presses:
        ago = timedelta(milliseconds=float(raw["ago"]))
        booking, name = raw.get("booking"), _name(raw.get("name"))
        is_key = isinstance(booking, int) and 0 < booking <= LARGEST_KEY
        if not MARK.fullmatch(raw["once"]) or not (is_key or name) or not timedelta(0) <= ago <= LONGEST_AGO:
            raise UnreadablePresses
        yield DoorPress(raw["once"], Standing(raw["standing"]), now - ago, booking if is_key else None, name)

"""The sessions of a file travel in the page that shows them until the button is pressed, and are nowhere else."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any

from django.core import signing

from goldenthread.gatherings.programme.programme_file import ProgrammeFile
from goldenthread.gatherings.programme.session_entries import SessionEntry
from goldenthread.kit.carried_sheets import A_DAY, signed
from goldenthread.kit.one_at_a_time import giving_way

SALT = "goldenthread.programme.imports"
SHEET = f"{SALT}.sheet"
# A little less than a form may bring back (2.5 MB).
MOST_CARRIED = 2_400_000


def packed(read: ProgrammeFile) -> str:
    entries = [
        [value.isoformat() if isinstance(value, datetime) else value for value in vars(entry).values()]
        for entry in giving_way(read.entries)
    ]
    return signed([read.name, entries], SALT)


def unpacked(text: str) -> tuple[str, list[SessionEntry]]:
    """Raises `signing.BadSignature`."""
    file, entries = signing.loads(text, salt=SALT, max_age=A_DAY)
    return file, [_entry(values) for values in giving_way(entries)]


def _entry(values: list[Any]) -> SessionEntry:
    carried = dict(zip((field.name for field in fields(SessionEntry)), values, strict=True))
    starts = carried["starts"]
    return SessionEntry(
        **carried | {"starts": starts and datetime.fromisoformat(starts), "names": tuple(carried["names"])}
    )

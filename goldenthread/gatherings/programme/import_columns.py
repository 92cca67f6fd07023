"""Which column of a list of sessions holds what, guessed by its heading: in English and Welsh, as programs and people write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from goldenthread.kit.spreadsheets import Spreadsheet

# In the order in which they are looked for: the first that fits takes the column.
HEADINGS = {
    "who": r"speaker|presenter|\bwho\b|\bvoices?\b|\bpersons?\b|\bhosts?\b|facilitator|\bled by\b|siaradwr|\bpwy\b|llais",
    "minutes": r"minutes|\bmins?\b|duration|length|munud|hyd\b",
    "starts": r"start|^from$|begin|^time$|^times$|^when$|^hour|^amser|dechrau|^o$|^o’r$|^pryd$",
    "ends": r"\bend|end ?time|finish|^until$|^to$|gorffen|^hyd at$|^tan$",
    "day": r"^day\b|\bdate\b|^dydd|dyddiad",
    "zone": r"^(time ?)?zone$",
    "room": r"\broom|location|^where$|venue|\bplace$|stage|ystafell|lleoliad|^lle$|^ble$",
    "id": r"\b(id|uid|guid|code|key)\b",
    "words": r"description|abstract|\bwords\b|\babout\b|summary|details|disgrifiad|crynodeb|^geiriau$",
    "kind": r"^kind$|\btype\b|^math$",
    "title": r"title|teitl",
}
# Where nothing is called a title.
ALSO_TITLES = re.compile(r"^(name|session|talk|what|activity|event|sesiwn|enw|beth)\b")


@dataclass(frozen=True)
class SessionColumns:
    """Headings by what stands below them; empty where no column holds it."""

    who: str = ""
    minutes: str = ""
    starts: str = ""
    ends: str = ""
    day: str = ""
    zone: str = ""
    room: str = ""
    id: str = ""
    words: str = ""
    kind: str = ""
    title: str = ""


def is_heading(cells: Sequence[str]) -> bool:
    """A row in which something is called a title, and something else says when, where or who."""
    columns = _columns([cell for cell in cells if cell])
    return bool(columns.title) and sum(bool(getattr(columns, field.name)) for field in fields(columns)) > 1


def guess(sheet: Spreadsheet) -> SessionColumns:
    return _columns(sheet.headings)


def left_out(sheet: Spreadsheet, columns: SessionColumns) -> list[str]:
    """What stands in the file and comes nowhere."""
    used = {getattr(columns, field.name) for field in fields(columns)}
    return [heading for heading in sheet.headings if heading not in used]


def _columns(headings: Sequence[str]) -> SessionColumns:
    columns: dict[str, str] = {}
    for what, pattern in HEADINGS.items():
        free = (heading for heading in headings if heading not in columns.values())
        # A speaker’s title or code is none of the session’s.
        fits = (heading for heading in free if re.search(pattern, _plain(heading)))
        columns[what] = next(fits, "")
    if not columns["title"]:
        free = (heading for heading in headings if heading not in columns.values())
        columns["title"] = next((heading for heading in free if ALSO_TITLES.match(_plain(heading))), "")
    return SessionColumns(**columns)


def _plain(heading: str) -> str:
    """`StartTime`, `start_time` and `Start time` are one."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(parted.replace("_", " ").casefold().split())

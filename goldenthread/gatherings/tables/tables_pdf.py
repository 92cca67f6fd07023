"""Tables on paper as a PDF that prints right: the words of the pages, on the paper that was chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from goldenthread.gatherings.tables.label_sheets import LabelSheet
from goldenthread.gatherings.tables.models import Table
from goldenthread.gatherings.tables.tables_on_paper import Paper, Somebody
from goldenthread.kit.pdf.sheets import PaperSize, sheet
from goldenthread.mixing.sheet.printing import TEMPLATE

LABELS = Path(__file__).resolve().parent / "templates" / "tables" / "labels.typ"
# "Table 7" is "7" on a wall where all tables are called so.
NUMBERED = re.compile(r"(.+) (\d+)")


def seating(kind: str, paper: Paper, title: str, size: PaperSize) -> bytes:
    """For the wall, for each table, or slips."""
    data = {
        "title": title,
        "rounds": [str(round_) for round_ in paper.rounds],
        "people": _on_the_wall(paper.people),
        "tables": [
            (table.label, table.room, [names for _round, names in by_round]) for table, by_round in paper.by_table()
        ],
        "slips": [(somebody.name, [_with_room(table) for table in _tables_of(somebody)]) for somebody in paper.people],
        "words": _words(),
        "parts": [kind],
    }
    return sheet(TEMPLATE, data, size)


def labels(paper: Paper, title: str, label_sheet: LabelSheet) -> bytes:
    """Names to wear, one on each label."""
    people = [(somebody.name, somebody.pronouns) for somebody in paper.people]
    words = _words() | {"labels": _("Name labels")}
    return sheet(
        LABELS, {"title": title, "people": people, "labels": asdict(label_sheet), "words": words}, label_sheet.size
    )


def _on_the_wall(people: Sequence[Somebody]) -> list[tuple[str, list[str]]]:
    known = {table.label for somebody in people for table in _tables_of(somebody) if table}
    numbers = {label: match for label in known if (match := NUMBERED.fullmatch(label))}
    is_plain = len(numbers) == len(known) and len({match[1] for match in numbers.values()}) == 1
    short = {label: numbers[label][2] if is_plain else label for label in known}
    return [(who.short, [short[table.label] if table else "" for table in _tables_of(who)]) for who in people]


def _tables_of(somebody: Somebody) -> list[Table | None]:
    return [table for _round, table in somebody.tables_by_round]


def _with_room(table: Table | None) -> str:
    return ", ".join(filter(None, [table.label, table.room])) if table else ""


def _words() -> dict[str, Any]:
    return {
        "name": _("Name"),
        "wall": _("Where you sit"),
        "tables": _("For each table"),
        "slips": _("Slips"),
        "nobody": _("Nobody has a table yet."),
    }

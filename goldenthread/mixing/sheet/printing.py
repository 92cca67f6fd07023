"""A plan in the form that a file's name asks for. Whatever is written here may be seen by everybody in the room."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.pdf.setting import typeset
from goldenthread.kit.pdf.signs import MISSING
from goldenthread.kit.spreadsheets import as_csv, as_workbook
from goldenthread.mixing.sheet.lists import Lists, lists, rows, table_rows
from goldenthread.mixing.sheet.page import bare_number, page
from goldenthread.mixing.tables.input.writing import plan_as_json
from goldenthread.mixing.tables.instance.values import Instance, Plan

TEMPLATE = Path(__file__).resolve().parent / "templates" / "tables.typ"
WORDS = {
    "name": "Name",
    "wall": "Where you sit",
    "tables": "For each table",
    "slips": "Slips",
    "nobody": "Nobody has a table yet.",
}
# Sheets as people call them, and as Typst does.
PAPERS = {"a4": "a4", "letter": "us-letter"}
ALIKE = {
    "language": "en",
    "missing": MISSING,
    "missing_means": f"{MISSING} stands for a sign that we cannot print.",
}
Kept = Mapping[str, Mapping[str, str]]


def printed(kind: str, instance: Instance, plan: Plan, kept: Kept, title: str, paper: str = "a4") -> bytes:
    """The bytes of such a file; `kind` is one of KINDS, and `paper` of PAPERS."""
    return KINDS[kind](lists(instance, plan, title, paper), plan, kept)


def kind_of(file: Path) -> str:
    kind = file.suffix.casefold()
    if kind not in KINDS:
        raise Unreadable(f"{file.name}: we write {', '.join(KINDS)}, and know no other ending.")
    return kind


def put(file: Path, content: bytes) -> None:
    """Whole or not at all: a list that is half written would be pinned to the wall."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _workbook(plan: Lists, kept: Kept) -> bytes:
    return as_workbook({"People": rows(plan, kept), "Tables": table_rows(plan)})


def _pdf(plan: Lists) -> bytes:
    """A wall list, a sheet for each table, and slips to cut out, tagged (PDF/UA-1)."""
    data = {
        "title": plan.title,
        "rounds": [f"Round {number}" for number in range(1, plan.rounds + 1)],
        "people": [(person, [bare_number(table) for table in where]) for person, where in plan.people],
        "tables": [(table, "", rounds) for table, rounds in plan.tables],
        "slips": plan.slips,
        "words": WORDS,
        "parts": ["wall", "tables", "slips"],
        "paper": PAPERS[plan.paper],
    }
    return typeset(TEMPLATE, data | ALIKE)


KINDS: Mapping[str, Callable[[Lists, Plan, Kept], bytes]] = {
    ".json": lambda _, plan, __: plan_as_json(plan).encode(),
    ".csv": lambda plan, _, kept: as_csv(rows(plan, kept)),
    ".xlsx": lambda plan, _, kept: _workbook(plan, kept),
    ".html": lambda plan, _, __: page(plan).encode(),
    ".pdf": lambda plan, _, __: _pdf(plan),
}

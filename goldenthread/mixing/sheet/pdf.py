"""The lists as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from goldenthread.kit.pdf.setting import typeset
from goldenthread.kit.pdf.signs import MISSING
from goldenthread.mixing.sheet.lists import Lists

TEMPLATE = Path(__file__).resolve().parent / "templates" / "tables.typ"


def pdf(plan: Lists) -> bytes:
    """A wall list, a page per table and round, and slips to cut out."""
    return typeset(TEMPLATE, asdict(plan) | {"missing": MISSING})

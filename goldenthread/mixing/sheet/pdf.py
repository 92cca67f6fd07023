"""The lists as a tagged PDF (PDF/UA-1), set by Typst. Names go in as data, so nothing in them is ever markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typst

from goldenthread.mixing.sheet.lists import Lists

TEMPLATE = Path(__file__).resolve().parent / "templates" / "tables.typ"


def pdf(plan: Lists) -> bytes:
    """A wall list, a page per table and round, and slips to cut out."""
    written = typst.compile(
        TEMPLATE,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"plan": json.dumps(asdict(plan), ensure_ascii=False)},
    )
    return bytes(written)

"""A template and its data become a PDF. What people wrote goes in as data, so nothing in it is ever markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from goldenthread.kit.pdf.fonts import CannotBeSet, compiled, families
from goldenthread.kit.pdf.signs import encodable, printable


def typeset(template: Path, data: Mapping[str, Any]) -> bytes:
    """The PDF. The template finds its data in `sys.inputs.data`, and in it the `fonts` to be set in."""
    whole = encodable(dict(data))
    try:
        return _typeset(template, whole)
    except CannotBeSet:
        # PDF/UA refuses a document in which one sign cannot be shown. To look for it costs time, and is seldom needed.
        return _typeset(template, printable(whole))


def _typeset(template: Path, data: Mapping[str, Any]) -> bytes:
    return compiled(template, {"data": json.dumps({**data, "fonts": families()}, ensure_ascii=False)})

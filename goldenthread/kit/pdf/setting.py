"""A template and its data become a PDF. What people wrote goes in as data, so nothing in it is ever markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from goldenthread.kit.pdf.fonts import families, fonts
from goldenthread.kit.pdf.signs import encodable, printable


def typeset(template: Path, data: Mapping[str, Any]) -> bytes:
    """The PDF. The template finds its data in `sys.inputs.data`, and in it the `fonts` to be set in."""
    whole = encodable(dict(data))
    try:
        return _compiled(template, whole)
    except typst.TypstError:
        # PDF/UA refuses a document in which one sign cannot be shown. To look for it costs time, and is seldom needed.
        return _compiled(template, printable(whole))


def _compiled(template: Path, data: Mapping[str, Any]) -> bytes:
    written = typst.compile(
        template,
        format="pdf",
        pdf_standards=["ua-1"],
        font_paths=fonts(),
        sys_inputs={"data": json.dumps({**data, "fonts": families()}, ensure_ascii=False)},
    )
    return bytes(written)

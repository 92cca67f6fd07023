"""Typst, and the fonts that every PDF is set in, whatever is installed on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import typst

FOLDER = Path(__file__).resolve().parent / "faces"
# Templates import from each other by their place in here: `#import "/kit/templates/kit/sheet.typ": *`.
ROOT = Path(__file__).resolve().parents[2]
# A document to set: where it lies, or all of it.
Source = TypeVar("Source", Path, bytes)
# Typst brings this one along, for Latin, Greek and Cyrillic.
FIRST = "Libertinus Serif"
# What nothing else has: plain, but nearly every sign there is, so it comes last.
LAST = ("Unifont", "Unifont Upper")


class CannotBeSet(Exception):
    """Typst refused the document, for instance because no font has one of its signs."""


@cache
def fonts() -> typst.Fonts:
    """Found once in the life of a process."""
    import typst  # noqa: PLC0415 - tests/house/test_imports.py says why

    return typst.Fonts(include_system_fonts=False, font_paths=[FOLDER])


@cache
def families() -> tuple[str, ...]:
    """In the order in which a sign is looked for."""
    scripts = (family for family in fonts().families() if family.startswith("Noto Sans "))
    return (FIRST, *scripts, *LAST)


def compiled(source: Source, inputs: Mapping[str, str]) -> bytes:
    """The PDF of a Typst document, which finds `inputs` in its `sys.inputs`."""
    import typst  # noqa: PLC0415 - tests/house/test_imports.py says why

    root = ROOT if isinstance(source, Path) else None
    try:
        return bytes(
            typst.compile(
                source, root=root, format="pdf", pdf_standards=["ua-1"], font_paths=fonts(), sys_inputs=dict(inputs)
            )
        )
    except typst.TypstError as refused:
        raise CannotBeSet(refused.diagnostic) from refused

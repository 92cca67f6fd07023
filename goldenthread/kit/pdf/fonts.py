"""The fonts that every PDF is set in, whatever is installed on this machine."""

from functools import cache
from pathlib import Path

import typst

FOLDER = Path(__file__).resolve().parent / "faces"
# Typst brings this one along, for Latin, Greek and Cyrillic.
FIRST = "Libertinus Serif"
# What nothing else has: plain, but nearly every sign there is, so it comes last.
LAST = ("Unifont", "Unifont Upper")


@cache
def fonts() -> typst.Fonts:
    """Found once in the life of a process."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FOLDER])


@cache
def families() -> tuple[str, ...]:
    """In the order in which a sign is looked for."""
    scripts = (family for family in fonts().families() if family.startswith("Noto Sans "))
    return (FIRST, *scripts, *LAST)

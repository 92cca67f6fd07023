"""What stands in one cell of a spreadsheet: read without the mess, written so that it is never taken for a formula."""

import re
import unicodedata
from datetime import datetime


class Unreadable(Exception):
    """One sentence for people: what is wrong with a file, and what to do."""


def cell_text(cell: object) -> str:
    """What a cell says to a reader, in one normal form of Unicode and without invisible marks or spare space."""
    if cell is None:
        return ""
    if type(cell) is str and cell.isascii() and cell.isprintable() and "  " not in cell:
        # Most cells: nothing in them needs the rest, which takes ten times as long.
        return cell.strip()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        # To Excel a day is its midnight.
        return str(cell).removesuffix(" 00:00:00")
    lines = (" ".join(line.split()) for line in _INVISIBLE.sub("", str(cell)).splitlines())
    return unicodedata.normalize("NFC", "\n".join(lines)).strip()


# Control characters but tab and line end, lone surrogates, and the zero-width marks that copying drags along
# (not the joiners, which Persian and Hindi names are written with).
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
# What Excel, Calc or Sheets may take for the start of a formula, in full width too.
_FORMULA = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-\d+([.,]\d+)?")


def looks_like_a_formula(text: str) -> bool:
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def harmless(text: str) -> str:
    return f"'{text}" if looks_like_a_formula(text) else text


def plain(text: str) -> str:
    """The other way round."""
    return text[1:] if text.startswith("'") and looks_like_a_formula(text) else text

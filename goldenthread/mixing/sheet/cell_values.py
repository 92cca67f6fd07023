"""What people write in a cell: a tick, some rounds, some names, a word for how familiar they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from goldenthread.mixing.sheet.columns import bare

YES = {"yes", "y", "x", "1", "true", "ja", "oui", "si", "ydw", "ie", "t", "on", "ok", "tick", "ticked", "checked"}
NO = {
    "no",
    "n",
    "0",
    "false",
    "nein",
    "non",
    "nac ydw",
    "na",
    "n a",
    "none",
    "f",
    "off",
    "",
    "prefer not to say",
    "not",
}
TICKS = {"✓", "✔", "☑", "✅", "√", "x", "×", "✗", "•", "*"}
NEW = {"new", "newcomer", "curious", "first time", "beginner", "new to it", "not familiar", "not yet"}
KNOWS = {"practising", "practicing", "teaching", "familiar", "experienced", "very", "expert", "very familiar"}


class Unclear(Exception):
    """What cannot be understood, as the end of a sentence that begins with the line and the column."""


def tick(text: str) -> bool | None:
    """Yes, no, or (for an empty cell) nothing said."""
    if not text:
        return None
    if text in TICKS or bare(text) in YES:
        return True
    if bare(text) in NO:
        return False
    raise Unclear(f"“{text}” is neither yes nor no")


def familiar(text: str) -> bool | None:
    if bare(text) in NEW | KNOWS:
        return bare(text) in KNOWS
    return tick(text)


def rounds(text: str, of: int) -> frozenset[int] | None:
    """`1-3`, `1, 2 and 4`, `not 2`, `from 3`, `until 2`; yes or nothing is every round, no is none. Counted from 0 inside."""
    plain = " ".join(text.casefold().replace("–", "-").replace("—", "-").split())
    if plain in {"", "all", "every", "every round", "yes", "y", "x", "true", "always"} | TICKS:
        return None
    if plain in {"no", "n", "none", "0", "false", "not"}:
        return frozenset()
    every = frozenset(range(1, of + 1))
    word, rest = _led_by(plain)
    said = _numbers(rest, text, of)
    if word in {"not", "all but", "except", "without"}:
        said = every - said
    elif word == "from":
        said = frozenset(range(min(said), of + 1))
    elif word:
        said = frozenset(range(1, max(said) + (word != "before")))
    return None if said == every else frozenset(number - 1 for number in said)


def _led_by(plain: str) -> tuple[str, str]:
    found = re.match(r"(not|all but|except|without|from|until|till|to|up to|before)\b", plain)
    return (found[0], plain[found.end() :]) if found else ("", plain)


def _numbers(plain: str, text: str, of: int) -> frozenset[int]:
    said: set[int] = set()
    for part in re.split(
        r"[,;/+&\s]+", re.sub(r"\s*(-|\bto\b)\s*", "-", re.sub(r"\b(rounds?|and)\b", " ", plain)).strip()
    ):
        found = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", part)
        if not found or not 1 <= int(found[1]) <= int(found[2] or found[1]) <= of:
            raise Unclear(f"“{text}” does not say which of the {of} rounds (write 1-3, or 1, 2, or not 2)")
        said |= set(range(int(found[1]), int(found[2] or found[1]) + 1))
    return frozenset(said)


def several(text: str) -> list[str]:
    """What a cell lists, with semicolons, commas, lines or `and` between."""
    parts = re.split(r"[;,\n]|\s&\s|\s\+\s|\sand\s", text)
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def needs(text: str) -> frozenset[str]:
    return frozenset(_said(several(text)))


def _said(parts: Iterable[str]) -> Iterable[str]:
    """Without ticks, and without those who wrote that they need nothing."""
    return (bare(part) for part in parts if part not in TICKS and bare(part) not in NO | YES)


def host_table(text: str, *, numbered: bool, of: int) -> int | None:
    """The table's number, 0 for whichever, None for somebody who does not host."""
    number = table_number(text)
    if number > of:
        raise Unclear(f"there is no table {number}, only {of}")
    if number and (numbered or not text.isdigit()):
        return number
    return 0 if tick(text) else None


def table_number(text: str) -> int:
    """The number in `3` or `Table 3`, else 0."""
    found = re.fullmatch(r"(?:table )?(\d{1,4})", text.casefold())
    return int(found[1]) if found else 0

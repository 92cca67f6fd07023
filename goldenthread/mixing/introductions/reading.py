"""People from a sheet, as a facilitator keeps them: docs/introductions.md tells its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.introductions.values import Seeker, Wishes

YES, NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"", "no", "n", "false", "0"})


class Mistaken(Exception):
    """One sentence that names the line and the column."""


def people_from(file: Path) -> Wishes:
    """Raises kit.spreadsheets.Unreadable, Mistaken, OSError."""
    rows = read(file.name, file.read_bytes(), lambda cells: "name" in _lower(cells) or "id" in _lower(cells)).rows
    lines = [(row.line, {heading.strip().lower(): cell for heading, cell in row.cells.items()}) for row in rows]
    seekers = tuple(_seeker(line, cells) for line, cells in lines)
    _each_once(lines, seekers)
    known, never = (_pairs(lines, seekers, column) for column in ("known", "never"))
    return Wishes(seekers, known=known, never=never)


def _lower(cells: Iterable[str]) -> set[str]:
    return {cell.strip().lower() for cell in cells}


def _seeker(line: int, cells: Mapping[str, str]) -> Seeker:
    name = cells.get("name", "")
    if not (who := cells.get("id", "") or name):
        raise Mistaken(f"Line {line}, column name: somebody has neither a name nor an id.")
    return Seeker(
        id=who,
        name=name,
        sector=cells.get("sector", "") or None,
        interests=words(cells.get("interests", "")),
        offers=words(cells.get("offers", "")),
        needs=words(cells.get("needs", "")),
        limit=_limit(line, cells.get("limit", "")),
        pauses=_yes(line, cells.get("pauses", "")),
    )


def words(cell: str) -> frozenset[str]:
    """Words divided by commas, semicolons or lines; large and small letters are one."""
    return frozenset(word for part in re.split("[,;\n]", cell) if (word := " ".join(part.split()).casefold()))


def _limit(line: int, cell: str) -> int | None:
    if cell and not cell.isdecimal():
        raise Mistaken(f"Line {line}, column limit: {cell!r} is not a whole number.")
    return int(cell) if cell else None


def _yes(line: int, cell: str) -> bool:
    if cell.casefold() not in YES | NO:
        raise Mistaken(f"Line {line}, column pauses: {cell!r} is neither yes nor no.")
    return cell.casefold() in YES


def _each_once(lines: list[tuple[int, dict[str, str]]], seekers: tuple[Seeker, ...]) -> None:
    first: dict[str, int] = {}
    for (line, _), seeker in zip(lines, seekers, strict=True):
        if seeker.id in first:
            raise Mistaken(
                f"Line {line}, column name: {seeker.id!r} is in line {first[seeker.id]} too. A column id tells them apart."
            )
        first[seeker.id] = line


def _pairs(
    lines: list[tuple[int, dict[str, str]]], seekers: tuple[Seeker, ...], column: str
) -> frozenset[frozenset[str]]:
    """The others named in one column, by id or name; large and small letters are one."""
    who = {key.casefold(): one.id for one in seekers for key in (one.name, one.id) if key}
    found = set()
    for (line, cells), seeker in zip(lines, seekers, strict=True):
        for other in words(cells.get(column, "")):
            if who.get(other, seeker.id) == seeker.id:
                raise Mistaken(f"Line {line}, column {column}: there is nobody else called {other!r}.")
            found.add(frozenset([seeker.id, who[other]]))
    return frozenset(found)

"""CoSPLib's files: talks in tracks, cut into blocks as long as their sessions."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

Rows = list[dict[str, Any]]


class Talk(NamedTuple):
    name: str
    rows: int
    people: frozenset[str]
    audience: frozenset[str]
    penalties: dict[str, int]


class Block(NamedTuple):
    name: str
    track: str
    talks: tuple[Talk, ...]

    @property
    def rows(self) -> int:
        return sum(talk.rows for talk in self.talks)


class Conference(NamedTuple):
    sheets: dict[str, Rows]
    weights: dict[str, int]
    lengths: dict[str, int]
    rooms: tuple[str, ...]
    blocks: tuple[Block, ...]


def conference(file: Path) -> Conference:
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    sheets = {sheet.title: _rows([list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book}
    weights = {str(row[3]).strip(" :"): int(row[4] or 0) for row in book["parameters"].iter_rows(min_row=2, max_col=5,
               values_only=True) if row[3] and isinstance(row[4], int | float)}  # fmt: skip
    lengths = {str(row["Sessions"]): int(row["Max Number of Timeslots"]) for row in sheets["sessions"]}
    rooms = tuple(str(row["Rooms"]) for row in sheets["rooms"])
    return Conference(sheets, weights, lengths, rooms, _blocks(_talks(sheets["submissions"]), lengths, len(rooms)))


def _rows(cells: list[list[Any]]) -> Rows:
    names = ["" if name is None else str(name) for name in cells[0]] if cells else []
    return [dict(zip(names, row, strict=False)) for row in cells[1:] if any(cell is not None for cell in row[:1])]


def _talks(rows: Rows) -> dict[str, list[Talk]]:
    tracks: dict[str, list[Talk]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["Order"] or 0):
        penalties = {name: int(cell) for name, cell in list(row.items())[7:] if isinstance(cell, int | float)}
        who, fans = (frozenset(filter(None, str(row[key] or "").split(", "))) for key in ("Presenters", "Attendees"))
        talk = Talk(str(row["Reference"]), int(row["Required Timeslots"]), who, fans, penalties)
        tracks[str(row["Track"])].append(talk)
    return tracks


def _blocks(tracks: dict[str, list[Talk]], lengths: dict[str, int], rooms: int) -> tuple[Block, ...]:
    """Each track in blocks as long as their sessions, with the fewest rows left empty; the longest track chooses first."""
    left = Counter({length: n * rooms for length, n in Counter(lengths.values()).items()})
    cut = {}
    for track, talks in sorted(tracks.items(), key=lambda one: -sum(talk.rows for talk in one[1])):
        ways = list(_ways(sum(talk.rows for talk in talks), sorted(left)))
        kept = [way for way in ways if Counter(way) <= left] or ways
        cut[track] = _cut(track, talks, min(kept, key=lambda way: (sum(way), len(way))))
        left.subtract(
            min(n for n in left if n >= one.rows) if one.rows <= max(left) else max(left) for one in cut[track]
        )
    return tuple(block for track in tracks for block in cut[track])


def _ways(rows: int, lengths: list[int]) -> Iterator[tuple[int, ...]]:
    """Every choice of lengths, longest first, that holds so many rows and none too many."""
    if rows <= 0:
        yield ()
    elif lengths:
        for count in range(-(-rows // lengths[-1]) + 1):
            for rest in _ways(rows - count * lengths[-1], lengths[:-1]):
                yield (*[lengths[-1]] * count, *rest)


def _cut(track: str, talks: list[Talk], way: tuple[int, ...]) -> list[Block]:
    cut: list[list[Talk]] = [[]]
    for talk in talks:
        most = way[min(len(cut), len(way)) - 1]
        if cut[-1] and sum(one.rows for one in cut[-1]) + talk.rows > most:
            cut.append([])
        cut[-1].append(talk)
    return [Block(f"{track} / {n}", track, tuple(part)) for n, part in enumerate(cut, 1)]

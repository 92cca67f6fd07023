"""CoSPLib's conferences (Kheiri, Pylyavskyy & Jacko, 2025) as programmes: `python -m bench.mixing.cosplib DATASET OUT`.

DATASET holds their .xlsx files; OUT gets a timetable of each in their form, for their own checker to judge. There a track
is talks that go into one or several rows (a session of theirs in a room). Ours knows no talks, so that the talks of each
track are first cut into blocks, in their order, and the blocks are placed. A penalty is kept by forbidding what it names,
parallel and similar tracks, attendees and chairs by what they weigh; presenters never speak at once where that weighs 1,000
or more. Not looked at: time zones, how many rooms a track uses, the order of blocks, and whether they are consecutive
unless that weighs 1,000 or more.
"""

import argparse
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import openpyxl

from bench.mixing.cosplib_files import Block, Conference, conference
from goldenthread.mixing.timetable.making import Limits, make
from goldenthread.mixing.timetable.values import Programme, Room, Session, Slot, Timetable


def programme(asked: Conference, freed: frozenset[str] = frozenset()) -> Programme:
    """`freed`: blocks that may be where a penalty says that they should rather not, and tracks that need not be in a row."""
    bars = {name: _penalties(asked, name) for name in ("tracks_sessions", "tracks_rooms", "sessions_rooms")}
    parts = Counter(block.track for block in asked.blocks)
    sessions = []
    for before, block in zip((None, *asked.blocks), asked.blocks, strict=False):
        talks = {name for talk in block.talks for name, penalty in talk.penalties.items() if penalty}
        barred = talks | bars["tracks_sessions"][block.track] | bars["tracks_rooms"][block.track]
        is_tied = before and before.track == block.track and _is_in_a_row(asked, parts[block.track])
        after = before.name if before and is_tied and block.track not in freed else None
        sessions.append(_session(asked, block, set() if block.name in freed else barred, after))
    shut = bars["sessions_rooms"]
    rooms = tuple(Room(room, open=frozenset(s for s in asked.lengths if room not in shut[s])) for room in asked.rooms)
    slots, parallel = tuple(Slot(slot) for slot in asked.lengths), _weight(asked, "Parallel Tracks")
    return Programme(slots, rooms, tuple(sessions), interest=_interest(asked), strand=parallel)


def _is_in_a_row(asked: Conference, parts: int) -> bool:
    return asked.weights.get("Consecutive Tracks", 0) >= 1000 and parts <= len(asked.lengths) // 2


def _session(asked: Conference, block: Block, barred: set[str], after: str | None) -> Session:
    hard = asked.weights.get("Presenters Conflicts", 0) >= 1000
    long = [slot for slot, length in asked.lengths.items() if length >= block.rows]
    return Session(
        id=block.name,
        speakers=frozenset(who for talk in block.talks for who in talk.people if hard),
        slots=frozenset(slot for slot in long if slot not in barred) or frozenset(long),
        rooms=frozenset(asked.rooms) - barred or frozenset(asked.rooms),
        strand=block.track,
        after=after,
    )


def _weight(asked: Conference, name: str) -> int:
    return min(asked.weights.get(name, 0), 10_000)


def _penalties(asked: Conference, name: str) -> dict[str, set[str]]:
    barred: dict[str, set[str]] = defaultdict(set)
    for row in asked.sheets.get(f"{name}|penalty", []):
        (_, one), *others = row.items()
        barred[str(one)] |= {other for other, cell in others if cell}
    return barred


def _interest(asked: Conference) -> tuple[tuple[str, str, int], ...]:
    alike = {str(next(iter(row.values()))): row for row in asked.sheets.get("similar tracks", [])}
    chairs = {str(row["Tracks"]): set(filter(None, str(row.get("Chairs") or "").split(", ")))
              for row in asked.sheets["tracks"]}  # fmt: skip
    fans_weigh = max(_weight(asked, "Attendees Conflicts"), _weight(asked, "Attendees Conflicts Timeslot Level"))
    presenters_weigh = _weight(asked, "Presenters Conflicts")
    found = []
    for one, other in combinations(asked.blocks, 2):
        fans = [frozenset(who for talk in block.talks for who in talk.audience) for block in (one, other)]
        people = [frozenset(who for talk in block.talks for who in talk.people) for block in (one, other)]
        cost = fans_weigh * len(fans[0] & fans[1]) + presenters_weigh * len(people[0] & people[1])
        if one.track != other.track:
            cells = (alike.get(one.track, {}).get(other.track), alike.get(other.track, {}).get(one.track))
            cost += _weight(asked, "Similar Tracks") * sum(int(cell) for cell in cells if isinstance(cell, int | float))
            first, second = chairs.get(one.track, set()), chairs.get(other.track, set())
            clash = first & (second | people[1] | fans[1]) or second & (people[0] | fans[0])
            cost += _weight(asked, "Chairs Conflicts") * bool(clash)
        if cost:
            found.append((one.name, other.name, min(cost, 10**6)))
    return tuple(found)


def write(asked: Conference, made: Timetable, file: Path) -> None:
    block = {one.name: one for one in asked.blocks}
    at = {(one.slot, one.room): block[one.session] for one in made.placed}
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "sol"
    sheet.append([None, *asked.rooms])
    for slot in asked.lengths:
        sheet.append([slot, *(at[slot, room].track if (slot, room) in at else None for room in asked.rooms)])
    sheet.append([])
    for slot, length in asked.lengths.items():
        columns = [
            [talk.name for talk in at[slot, room].talks for _ in range(talk.rows)] if (slot, room) in at else []
            for room in asked.rooms
        ]
        for row in range(length):
            sheet.append([slot, *(names[row] if row < len(names) else None for names in columns)])
    book.save(file)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("dataset", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--turns", type=int, default=4000)
    given = parser.parse_args()
    given.out.mkdir(exist_ok=True)
    for file in sorted(given.dataset.glob("*.xlsx")):
        asked = conference(file)
        begun, freed = time.process_time(), frozenset[str]()
        made = make(programme(asked), Limits(None, given.turns, 1))
        for _ in range(3):
            # Whoever found no place may now be where a penalty says it should rather not.
            freed |= {name for name, _ in made.without} | {name.rpartition(" / ")[0] for name, _ in made.without}
            made = make(programme(asked, freed), Limits(None, given.turns, 1)) if made.without else made
        seconds = time.process_time() - begun
        write(asked, made, given.out / f"{file.stem}Solution.xlsx")
        print(f"| {file.stem} | {len(asked.blocks)} | {len(made.without)} | {seconds:.1f} |", flush=True)


if __name__ == "__main__":
    main()

"""What the bank of designs holds, cell by cell, and Good-Enough Golfers on the same shapes; writes designs.md.

.venv/bin/python -m bench.mixing.designs [FOLDER with geneticSolver.js and node_modules/lodash [SHAPE, as 5-3-7, …]]
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from bench.machine import machine
from bench.mixing import peer
from goldenthread.mixing.designs.arrays import array
from goldenthread.mixing.designs.bank import best_way
from goldenthread.mixing.designs.fields import field
from goldenthread.mixing.designs.repeats import bound, repeated_meetings
from goldenthread.mixing.designs.stored import kept
from goldenthread.mixing.designs.tests.cells import PUBLISHED

HERE = Path(__file__).resolve().parent
CHECKER = HERE.parents[2] / "shared" / "mixing" / "check_mixing.py"
GRID = [
    "5-3-7",
    "6-4-6",
    "8-4-5",
    "8-4-7",
    "8-4-9",
    "8-4-10",
    "10-4-8",
    "10-5-6",
    "12-5-6",
    "10-10-3",
    "12-10-5",
    "15-8-5",
    "20-6-6",
]
GRID += ["25-8-5"]
TIMES = 5
HEAD = ["tables-size", "rounds", "published", "at most", "ms", "repeats", "by check_mixing.py", "made by"]

OPENING = """# The bank of designs

`.venv/bin/python -m bench.mixing.designs` wrote this. Milliseconds are processor time, the median of {times}, without the
import and each time afresh: the fields are made and the files are read anew. Machine: {machine}. NumPy {numpy}.

- Cells: {cells}, all with 3 ≤ size ≤ tables ≤ 20 and size ≤ 12 of the published table (its source: `tests/cells.py`).
- Not reached: {short}.
- More rounds than that table, which is second-hand and no list of records: {longer}.
- The slowest: {slowest} ms."""


def main() -> None:
    judge = _judge()
    rows = [_cell(tables, size, judge) for tables, size in PUBLISHED]
    parts = [_opening(rows), _table(HEAD, rows)]
    if len(sys.argv) > 1:
        parts += [_beside(Path(sys.argv[1]), sys.argv[2:] or GRID)]
    text = "\n\n".join(parts) + "\n"
    (HERE / "designs.md").write_text(text, encoding="utf-8")
    print(text)


def _cell(tables: int, size: int, judge: ModuleType | None) -> list[Any]:
    seconds = []
    for _ in range(TIMES):
        _forget()
        before = time.process_time()
        way = best_way(tables, size)
        made = way.make(tables, size)
        seconds.append(time.process_time() - before)
    verdict = "not there" if judge is None else _verdict(judge, made)
    most, milliseconds = bound(tables * size, size), round(1000 * statistics.median(seconds), 1)
    shape, known = f"{tables}-{size}", PUBLISHED[tables, size]
    return [shape, len(made), known, most, milliseconds, repeated_meetings(made), verdict, way.name]


def _forget() -> None:
    """What was made before does not help."""
    field.cache_clear()
    array.cache_clear()
    kept.cache_clear()


def _verdict(judge: ModuleType, made: np.ndarray) -> str:
    rounds, tables, size = made.shape
    seats = [[[f"p{who}" for who in table] for table in one] for one in made.tolist()]
    found = judge.check(judge.sgp(tables, size, rounds), seats)
    return "repeat-free" if (found["hard"], found["repeats_C2"]) == (0, 0) else "NOT repeat-free"


def _opening(rows: list[list[Any]]) -> str:
    short = [f"{row[0]}-{row[2]} (here {row[1]})" for row in rows if row[1] < row[2]]
    longer = [f"{row[0]}-{row[1]} (there {row[2]})" for row in rows if row[1] > row[2]]
    return OPENING.format(
        times=TIMES,
        machine=machine()["Machine"],
        numpy=version("numpy"),
        cells=len(rows),
        short=", ".join(short) or "none",
        longer=", ".join(longer) or "none",
        slowest=max(row[4] for row in rows),
    )


def _beside(folder: Path, shapes: list[str]) -> str:
    head = ["shape", "theirs: repeats", "theirs: s", "bank: repeats", "bank: s", "times sooner"]
    rows = [_against(folder, *map(int, shape.split("-"))) for shape in shapes]
    told = "Three runs of theirs (start of node included), best repeats and median of processor seconds; the bank once, afresh."
    left = f"Not run here: {', '.join(shape for shape in GRID if shape not in shapes) or 'none'}."
    return "\n\n".join(["## Beside Good-Enough Golfers", told, _table(head, rows), left])


def _against(folder: Path, tables: int, size: int, rounds: int) -> list[Any]:
    runs = list(_theirs(folder, tables, size, rounds))
    repeats = min(repeated_meetings(np.array(run.rounds)) for run in runs)
    seconds = statistics.median(run.seconds for run in runs)
    _forget()
    before = time.process_time()
    way = best_way(tables, size)
    made = way.make(tables, size)[:rounds]
    ours = time.process_time() - before
    if way.rounds < rounds:
        return [f"{tables}-{size}-{rounds}", repeats, f"{seconds:.2f}", "not held", "–", "–"]
    return [
        f"{tables}-{size}-{rounds}",
        repeats,
        f"{seconds:.2f}",
        repeated_meetings(made),
        f"{ours:.4f}",
        round(seconds / ours),
    ]


def _theirs(folder: Path, tables: int, size: int, rounds: int) -> Iterator[peer.Run]:
    """Theirs take minutes: what a run found is kept beside them, and not run again."""
    kept = folder / f"{tables}-{size}-{rounds}.json"
    if not kept.exists():
        kept.write_text(json.dumps([peer.run(folder, tables, size, rounds) for _ in range(3)]))
    return (peer.Run(*run) for run in json.loads(kept.read_text()))


def _table(head: list[str], rows: list[list[Any]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _judge() -> ModuleType | None:
    if not CHECKER.exists():
        return None
    judge = ModuleType("check_mixing")
    exec(compile(CHECKER.read_text(), CHECKER, "exec"), vars(judge))  # noqa: S102  # a script, and no package
    return judge


if __name__ == "__main__":
    main()

"""The process that reads one file: `python -m goldenthread.kit.reading.process`.

It takes an order in one line of JSON and then the file, and writes one line of JSON for each row that says anything, or a
last one of null and a sentence. Before it looks at the file it binds itself to little memory and little time.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.delimited import Found
from goldenthread.kit.reading import events, kinds
from goldenthread.kit.reading.limits import COLUMNS, CPU_SECONDS, MEMORY, Limits

# Whoever looks at a page goes first; but a machine that has much to do still reads a list of a hundred lines in a few seconds.
NICENESS = 10
# What a file may hold, and who reads it.
READERS = {"people": kinds.rows, "events": events.rows}


def main() -> int:
    bind_itself()
    order, _, content = sys.stdin.buffer.read().partition(b"\n")
    name, limits, holds = json.loads(order).values()
    try:
        for line, cells in within(Limits(*limits), name, READERS[holds](name, content)):
            sys.stdout.write(json.dumps([line, *cells]) + "\n")
    except Unreadable as unreadable:
        sys.stdout.write(json.dumps([None, str(unreadable)]) + "\n")
    except MemoryError:
        return os.EX_UNAVAILABLE
    return os.EX_OK


def within(limits: Limits, name: str, rows: Iterator[Found]) -> Iterator[Found]:
    """Only the rows that say something, and no more than whoever asked can hold."""
    count, cells_left, characters_left = 0, limits.cells, limits.characters
    for line, cells in rows:
        width = max((at for at, cell in enumerate(cells, start=1) if cell), default=0)
        if not width:
            continue
        count, cells_left = count + 1, cells_left - width
        characters_left -= sum(map(len, cells))
        if count > limits.rows:
            raise Unreadable(f"{name} has more than {limits.rows} lines.")
        if width > COLUMNS:
            raise Unreadable(f"{name} has more than {COLUMNS} columns. Please keep only those that matter.")
        if min(cells_left, characters_left) < 0:
            raise Unreadable(f"{name} holds more than we can take in. Please keep only the columns that matter.")
        yield line, cells[:width]


def bind_itself() -> None:
    """From here on the system refuses more memory, ends what takes longer, and lets no file be written."""
    bounds = {
        resource.RLIMIT_AS: (MEMORY, MEMORY),
        resource.RLIMIT_CPU: (CPU_SECONDS, CPU_SECONDS + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }
    for bound, values in bounds.items():
        with suppress(ValueError, OSError):  # Not every system knows every bound.
            resource.setrlimit(bound, values)
    os.nice(NICENESS)


if __name__ == "__main__":
    sys.exit(main())

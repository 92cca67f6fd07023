"""Starts the process that reads a file, and takes over what it read, or says why it could not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.delimited import Found
from goldenthread.kit.one_at_a_time import giving_way, waiting
from goldenthread.kit.reading.limits import SECONDS, Limits

ROOT = Path(__file__).resolve().parents[3]
# Whether a calendar is a list of events, or no list of people.
Holds = Literal["people", "events"]
PROCESS = [sys.executable, "-m", "goldenthread.kit.reading.process"]

TOO_LARGE = "{name} is too large to be read here. Please keep only the sheet and the columns that matter."
TOO_SLOW = "{name} takes too long to read. Please keep only the sheet and the columns that matter, or save it as CSV."
DAMAGED = "{name} is damaged, or not a file that we can read. Please save it as .xlsx or as CSV."


def rows(name: str, content: bytes, limits: Limits, holds: Holds = "people") -> Iterator[Found]:
    """Line number and cells of each row that says anything. Raises Unreadable."""
    order = json.dumps({"name": name, "limits": limits, "holds": holds}).encode() + b"\n"
    try:
        # Whoever wants a page meanwhile need not wait for us.
        with waiting():
            read = _read(order + content)
    except subprocess.TimeoutExpired:
        raise Unreadable(TOO_SLOW.format(name=name)) from None
    if read.returncode:
        raise Unreadable(_why(read.returncode).format(name=name))
    for line in giving_way(read.stdout.splitlines()):
        number, *cells = json.loads(line)
        if number is None:
            raise Unreadable(*cells)
        yield number, cells


def _read(order: bytes) -> subprocess.CompletedProcess[bytes]:
    """It needs no settings, so it gets none: a flaw in a reader of strange files finds no key of the house."""
    return subprocess.run(  # noqa: S603 - our own module, and the file goes in through a pipe
        PROCESS,
        input=order,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": str(ROOT)},
        timeout=SECONDS,
        check=False,
    )


def _why(code: int) -> str:
    """What became of the process: it ran out of time, out of memory, or found what nobody had thought of."""
    if code in {-signal.SIGXCPU, -signal.SIGKILL}:
        return TOO_SLOW
    return TOO_LARGE if code < 0 or code == os.EX_UNAVAILABLE else DAMAGED

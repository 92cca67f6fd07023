"""A template and its data become a PDF. What people wrote goes in as data, so nothing in it is ever markup."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any

from goldenthread.kit.one_at_a_time import MOST_WAITING, waiting
from goldenthread.kit.pdf.fonts import CannotBeSet, compiled, families
from goldenthread.kit.pdf.signs import encodable, printable

ROOT = Path(__file__).resolve().parents[3]
PROCESS = [sys.executable, "-m", "goldenthread.kit.pdf.process"]
# Labels for five hundred people take two; a document in which signs must be looked for takes longer.
SECONDS = 60
# In each process that serves pages one PDF is set at a time, a few wait for it, and threads are left for those who only read.
SECONDS_TO_WAIT = 20
_press, _line = Lock(), BoundedSemaphore(MOST_WAITING)


class TookTooLong(Exception):
    """It was not set in time, or too many others come first. It may work in a while."""


def typeset(template: Path, data: Mapping[str, Any]) -> bytes:
    """The PDF, from a process of its own. The template finds its data in `sys.inputs.data`, and in it the `fonts` to be set in."""
    # Whoever wants a page meanwhile need not wait for us.
    with waiting(), _my_turn():
        try:
            done = subprocess.run(  # noqa: S603 - our own module, and what people wrote goes in through a pipe
                PROCESS,
                input=json.dumps([str(template), dict(data)]).encode(),
                capture_output=True,
                env={"PYTHONPATH": str(ROOT)},
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise TookTooLong("a PDF that isn’t set in time") from late
    if done.returncode:
        raise CannotBeSet(done.stderr.decode(errors="replace").strip())
    return done.stdout


@contextmanager
def _my_turn() -> Iterator[None]:
    if not _line.acquire(blocking=False):
        raise TookTooLong("too many PDFs at once")
    try:
        if not _press.acquire(timeout=SECONDS_TO_WAIT):
            raise TookTooLong("another PDF comes first")
        try:
            yield
        finally:
            _press.release()
    finally:
        _line.release()


def typeset_here(template: Path, data: Mapping[str, Any]) -> bytes:
    """The same in this process, which keeps what the compiler remembers."""
    whole = encodable(dict(data))
    try:
        return _typeset(template, whole)
    except CannotBeSet:
        # PDF/UA refuses a document in which one sign cannot be shown. To look for it costs time, and is seldom needed.
        return _typeset(template, printable(whole))


def _typeset(template: Path, data: Mapping[str, Any]) -> bytes:
    return compiled(template, {"data": json.dumps({**data, "fonts": families()}, ensure_ascii=False)})

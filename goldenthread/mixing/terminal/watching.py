"""Somebody watches the mixing at a terminal: they see the best so far, and Ctrl-C gives it to them."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import TextIO

from goldenthread.mixing.tables.instance.score import tally
from goldenthread.mixing.tables.instance.values import Instance
from goldenthread.mixing.tables.search.progress import Progress

# Seconds between two looks: to count a large plan takes a moment, which is better spent on mixing.
OFTEN = 0.5
WIDTH = 30


class Watch:
    """What `mix` calls as it goes; it answers whether that is enough. It draws only where somebody can see it."""

    def __init__(self, terminal: TextIO, instance: Instance) -> None:
        self.terminal = terminal if terminal.isatty() else None
        self.instance, self.is_enough, self.looked = instance, False, -OFTEN

    def __enter__(self) -> Watch:
        self.before = signal.signal(signal.SIGINT, self._enough)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, at: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self.before)
        self._show("")

    def __call__(self, so_far: Progress) -> bool:
        if self.terminal and so_far.seconds >= self.looked + OFTEN:
            self.looked = so_far.seconds
            done = round(WIDTH * min(1.0, so_far.share))
            counted = tally(self.instance, so_far.plan)
            best = f"{counted.repeats} repeats, score {counted.score:.0f}" if not counted.hard else "not whole yet"
            self._show(f"[{'#' * done}{' ' * (WIDTH - done)}] best so far: {best} (Ctrl-C takes it)")
        return self.is_enough

    def _enough(self, number: int, frame: FrameType | None) -> None:
        """The second Ctrl-C stops everything, as ever."""
        self.is_enough = True
        signal.signal(signal.SIGINT, self.before)

    def _show(self, words: str) -> None:
        if self.terminal:
            # One line that is written over, and wiped at the end.
            self.terminal.write(f"\r\x1b[K{words}")
            self.terminal.flush()

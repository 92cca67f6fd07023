"""Somebody watches the mixing at a terminal: they see the best so far, and Ctrl-C gives it to them."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import TextIO


class Watch:
    """What `mix` calls as it goes. It answers whether to stop."""

    def __init__(self, terminal: TextIO) -> None:
        self.terminal = terminal if terminal.isatty() else None
        self.stopped = False

    def __enter__(self) -> Watch:
        self.before = signal.signal(signal.SIGINT, self._stop)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, at: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self.before)
        self._show("")

    def __call__(self, so_far: object) -> bool:
        self._show(f"Best so far: {so_far}")
        return self.stopped

    def _stop(self, number: int, frame: FrameType | None) -> None:
        """The second time it means it."""
        self.stopped = True
        signal.signal(signal.SIGINT, self.before)

    def _show(self, words: str) -> None:
        if self.terminal:
            # One line that is written over, and wiped at the end.
            self.terminal.write(f"\r\x1b[K{words}")
            self.terminal.flush()

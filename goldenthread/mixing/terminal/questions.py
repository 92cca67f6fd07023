"""Questions to whoever sits at the terminal, where somebody does."""

from __future__ import annotations

import sys
from collections.abc import Callable

from goldenthread.kit.cells import Unreadable


def at_the_terminal() -> Callable[[str], str] | None:
    """What puts a question and gives the line that was typed; None where nobody could type one."""
    return _ask if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty() else None


def _ask(question: str) -> str:
    # Standard output is for the plan.
    sys.stderr.write(question)
    sys.stderr.flush()
    typed = sys.stdin.readline()
    if not typed:
        raise Unreadable("\nNothing was mixed.")
    return typed.strip()

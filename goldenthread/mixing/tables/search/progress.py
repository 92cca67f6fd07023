"""What whoever waits for a plan is told, and may say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from goldenthread.mixing.tables.instance.values import Plan


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: seconds and exchanges so far, the share of the limit that is gone, and the best plan."""

    seconds: float
    iterations: int
    share: float
    plan: Plan
    # Whether even the best plan so far breaks a hard rule.
    is_broken: bool = False


# Called with the best so far, when there is a better one and now and then; a true answer means that this is enough.
Listener = Callable[[Progress], bool | None]
# A repeat-free design for so many tables of such a size in so many rounds: people's numbers [rounds, tables, size],
# -1 for an empty chair, or None where there is none.
Start = Callable[[int, int, int], Any]

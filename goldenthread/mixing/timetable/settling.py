"""After the search: what may as well begin earlier, or when others begin, does. Nothing that anybody misses grows by it.

Steepest descent, one block at a time. What falls with each move is how late all begin, and `OWN_START` for each slot in which
something begins: so it ends.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from goldenthread.mixing.timetable.blocks import Blocks
from goldenthread.mixing.timetable.columns import Costs

# How much later something begins rather than at a time of its own, in what slots say of how late they are (minutes).
OWN_START = 60.0


def settle(blocks: Blocks, late: Costs) -> None:
    """`late` is what each slot says (T)."""
    while any([_draw(blocks, late, at) for at in blocks.latest_first()]):  # noqa: C419 - each has its turn
        pass


def _draw(blocks: Blocks, late: Costs, at: int) -> bool:
    others = Counter(blocks.start(other) for other in range(len(blocks.blocks)) if other != at)
    is_own = np.array([others[slot] == 0 for slot in range(len(late))], dtype=np.float64)
    return blocks.draw(at, late + OWN_START * is_own)

"""Safe small numbers in a table: no number below five, none that a subtraction along a row or of the whole brings to light."""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

from goldenthread.kit.floor import FLOOR

Cell = TypeVar("Cell", bound=Hashable)


def shown(
    counts: Mapping[Cell, int], lines: Collection[Collection[Cell]], few: Collection[Cell] = ()
) -> dict[Cell, int]:
    """The cells that may be shown, each rounded down to a five.

    `lines` are rows, columns, and whatever else somebody could know the sum of: in each of them and in the whole, what is
    hidden is no cell, or two at least that hold five together. `few` are cells of too few people, whatever they count.
    """
    hidden = {cell for cell, count in counts.items() if count < FLOOR or cell in few}
    everything = [*lines, list(counts)]
    while more := next((cell for line in everything if (cell := _to_hide_too(line, counts, hidden)) is not None), None):
        hidden.add(more)
    return {cell: count - count % FLOOR for cell, count in counts.items() if cell not in hidden}


def _to_hide_too(line: Collection[Cell], counts: Mapping[Cell, int], hidden: set[Cell]) -> Cell | None:
    """The smallest cell of this line that would give a hidden one away."""
    secret = [counts[cell] for cell in line if cell in hidden and counts[cell]]
    if not secret or (len(secret) > 1 and sum(secret) >= FLOOR):
        return None
    return min((cell for cell in line if cell not in hidden), key=lambda cell: counts[cell], default=None)

"""Safe small numbers: nothing below five is shown, and nothing from which it could be worked out."""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

Cell = TypeVar("Cell", bound=Hashable)

SMALLEST_SHOWN = 5


def steady_counts(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """The counts of before, each moved only where five at least have come or gone since.

    Not enough against somebody who knows who came when: on the day on which a number moves, they learn what one person said.
    """
    return {
        name: now.get(name, 0) if abs(now.get(name, 0) - before.get(name, 0)) >= SMALLEST_SHOWN else before.get(name, 0)
        for name in dict.fromkeys([*before, *now])
    }


def rounded(counts: Mapping[str, int]) -> dict[str, int]:
    """Those counts that may be shown, each rounded down to a five.

    Whoever knows the sum of all could subtract what is shown: so together, too, what is hidden is none or five at least.
    """
    rising = sorted((count, place) for place, count in enumerate(counts.values()) if count)
    hidden = [count for count, _ in rising if count < SMALLEST_SHOWN]
    while hidden and sum(hidden) < SMALLEST_SHOWN and len(hidden) < len(rising):
        hidden.append(rising[len(hidden)][0])
    safe = {place for _, place in rising[len(hidden) :]}
    return {name: count - count % SMALLEST_SHOWN for place, (name, count) in enumerate(counts.items()) if place in safe}


def rounded_cells(
    counts: Mapping[Cell, int], lines: Collection[Collection[Cell]], few: Collection[Cell] = ()
) -> dict[Cell, int]:
    """The cells that may be shown, each rounded down to a five.

    `lines` are rows, columns, and whatever else somebody could know the sum of: in each of them and in the whole, what is
    hidden is no cell, or two at least that hold five together. `few` are cells of too few people, whatever they count.
    """
    hidden = {cell for cell, count in counts.items() if count < SMALLEST_SHOWN or cell in few}
    everything = [*lines, list(counts)]
    while more := next((cell for line in everything if (cell := _to_hide_too(line, counts, hidden)) is not None), None):
        hidden.add(more)
    return {cell: count - count % SMALLEST_SHOWN for cell, count in counts.items() if cell not in hidden}


def _to_hide_too(line: Collection[Cell], counts: Mapping[Cell, int], hidden: set[Cell]) -> Cell | None:
    """The smallest cell of this line that would give a hidden one away."""
    secret = [counts[cell] for cell in line if cell in hidden and counts[cell]]
    if not secret or (len(secret) > 1 and sum(secret) >= SMALLEST_SHOWN):
        return None
    return min((cell for cell in line if cell not in hidden), key=lambda cell: counts[cell], default=None)
